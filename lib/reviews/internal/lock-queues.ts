import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";
import { QUEUE_SELECT, type QueueFacts, toQueueFacts } from "./to-queue-facts";

export type LockedQueue = QueueFacts & { id: string };

/** All queues, locked for the rest of the transaction: two changes cannot each take away the other's last one without conditions. */
export async function lockQueues(tx: Transaction): Promise<LockedQueue[]> {
  await tx.$executeRaw`SELECT 1 FROM review_queue ORDER BY id FOR UPDATE`;
  const queues = await tx.reviewQueue.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, ...QUEUE_SELECT },
  });
  return queues.map(({ id, ...queue }) => ({ ...toQueueFacts(queue), id }));
}

function isOpenToAll({ kinds, languages, amountMin }: QueueFacts): boolean {
  return kinds.length === 0 && languages.length === 0 && amountMin === null;
}

/** The queue that takes what no other does. Throws `conflict` when there would be none. */
export function getCatchAll(queues: readonly LockedQueue[]): LockedQueue {
  const found = queues.findLast(isOpenToAll);
  if (found !== undefined) return found;
  throw new DomainError(
    "conflict",
    "This is the only queue without conditions: another one must take what fits nowhere else.",
    "kinds",
  );
}
