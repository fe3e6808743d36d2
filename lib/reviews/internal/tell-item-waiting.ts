import type { Transaction } from "@/lib/db/client";
import type { AgentId, PersonId } from "@/lib/kernel/ids";
import { tellPeople } from "@/lib/notices/tell-people";
import { tellWebhooks } from "@/lib/notices/tell-webhooks";
import { listDeciders } from "./list-deciders";
import type { StoredItem } from "./store-submission";

type About = { agentId: AgentId; ownerId: string; sponsorId: string; draftAuthorId: PersonId | null };

/** Tells everybody who may decide the item, and the webhooks that want it, that it waits. */
export async function tellItemWaiting(
  tx: Transaction,
  now: Date,
  { id, kind, kinds, dueAt }: StoredItem,
  { agentId, ...people }: About,
): Promise<void> {
  const personIds = await listDeciders(tx, { kinds, ...people });
  await tellPeople(tx, now, { topic: "item_waiting", itemId: id, personIds });
  const data = { kind, dueAt: dueAt.toISOString() };
  await tellWebhooks(tx, now, { topic: "item_waiting", agentId, itemId: id, data });
}
