import { reader } from "@/lib/db/reader";
import type { AccessReviewId } from "@/lib/kernel/ids";

/** What waits for a second person, and what this person is asked in access reviews. */
export type AccessAttention =
  | { kind: "widenings_waiting"; count: number; at: Date }
  | { kind: "access_items_asked"; reviewId: AccessReviewId; review: string; count: number; at: Date };

const REVIEWS_MAX = 20;

/** Widenings that somebody else proposed, as one; `at` is when the first was. */
export async function listWaitingWidenings(personId: string): Promise<AccessAttention[]> {
  const { _count, _min } = await reader().widening.aggregate({
    where: { state: "waiting", proposedById: { not: personId } },
    _count: { _all: true },
    _min: { createdAt: true },
  });
  return _min.createdAt === null ? [] : [{ kind: "widenings_waiting", count: _count._all, at: _min.createdAt }];
}

/** Open items that this person is asked about, by review; `at` is when it is due. */
export async function listAskedAccessItems(personId: string): Promise<AccessAttention[]> {
  const reviews = await reader().accessReview.findMany({
    where: { endedAt: null, items: { some: { askedId: personId, outcome: null } } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: REVIEWS_MAX,
    select: {
      id: true,
      name: true,
      dueAt: true,
      _count: { select: { items: { where: { askedId: personId, outcome: null } } } },
    },
  });
  return reviews.map(({ id, name, dueAt, _count }) => ({
    kind: "access_items_asked",
    reviewId: id as AccessReviewId,
    review: name,
    count: _count.items,
    at: dueAt,
  }));
}
