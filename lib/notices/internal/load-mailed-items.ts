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

/** The names of vendors that mails are about. */
export async function loadMailedVendors(
  tx: Transaction,
  vendorIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = vendorIds.filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const vendors = await tx.vendor.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(vendors.map(({ id, name }) => [id, name]));
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
