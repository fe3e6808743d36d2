import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { PersonId, ReviewQueueId } from "@/lib/kernel/ids";
import { QUEUE_SELECT, type QueueFacts, toQueueFacts } from "./internal/to-queue-facts";

export type ReviewQueueRow = QueueFacts & {
  id: ReviewQueueId;
  /** Who is called, in this order, when nobody decides. */
  escalation: { id: PersonId; name: string; isActive: boolean }[];
};

/** Every queue, in the order in which an item is offered to them. */
export async function listReviewQueues(ctx: RequestContext): Promise<ReviewQueueRow[]> {
  authorize(ctx, "review_settings:read");
  const queues = await reader().reviewQueue.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, ...QUEUE_SELECT },
  });
  const people = await reader().person.findMany({
    where: { id: { in: queues.flatMap(({ escalationIds }) => escalationIds) } },
    select: { id: true, name: true, status: true },
  });
  const byId = new Map(people.map((person) => [person.id, person]));
  return queues.map(({ id, ...queue }) => ({
    ...toQueueFacts(queue),
    id: id as ReviewQueueId,
    escalation: queue.escalationIds.flatMap((personId) => {
      const person = byId.get(personId);
      if (person === undefined) return [];
      return [{ id: personId as PersonId, name: person.name, isActive: person.status === "active" }];
    }),
  }));
}
