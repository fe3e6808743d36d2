import type { Transaction } from "@/lib/db/client";
import { isWaiting } from "@/lib/kernel/review-state";
import type { TriageKind } from "@/lib/kernel/triage-kinds";
import type { HoldState, NoticeTopic } from "@/lib/kernel/vocabulary";

/** What a mail may say about an item. */
export type MailedItem = { kind: TriageKind; agentName: string; state: HoldState; dueAt: Date };

export async function loadMailedItems(
  tx: Transaction,
  itemIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, MailedItem>> {
  const ids = itemIds.filter((id) => id !== null);
  const items = await tx.heldItem.findMany({
    where: { id: { in: ids } },
    select: { id: true, kind: true, state: true, dueAt: true, agent: { select: { name: true } } },
  });
  return new Map(items.map(({ id, agent, ...item }) => [id, { ...item, agentName: agent.name }]));
}

const WANTS_DECISION: readonly NoticeTopic[] = [
  "item_waiting",
  "item_due_soon",
  "item_escalated",
  "item_handed_over",
  "item_asked",
];

/** Whether the notice asks for something that is done meanwhile: nobody needs a mail about it any more. */
export function isPointless(topic: NoticeTopic, item: MailedItem | undefined): boolean {
  return item !== undefined && WANTS_DECISION.includes(topic) && !isWaiting(item.state);
}
