import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AccessReviewId } from "@/lib/kernel/ids";

export type AccessReviewRow = {
  id: AccessReviewId;
  name: string;
  startedBy: string;
  startedAt: Date;
  dueAt: Date;
  endedAt: Date | null;
  items: number;
  open: number;
};

const REVIEWS_MAX = 100;

/** The newest 100 access reviews. */
export async function listAccessReviews(ctx: RequestContext): Promise<AccessReviewRow[]> {
  authorize(ctx, "access_review:read");
  const reviews = await reader().accessReview.findMany({
    orderBy: { id: "desc" },
    take: REVIEWS_MAX,
    include: { starter: { select: { name: true } }, _count: { select: { items: true } } },
  });
  const counts = await reader().accessReviewItem.groupBy({
    by: ["reviewId"],
    where: { outcome: null, reviewId: { in: reviews.map(({ id }) => id) } },
    _count: { _all: true },
  });
  const openOf = new Map(counts.map(({ reviewId, _count }) => [reviewId, _count._all]));
  return reviews.map(({ id, name, starter, startedAt, dueAt, endedAt, _count }) => ({
    id: id as AccessReviewId,
    name,
    startedBy: starter.name,
    startedAt,
    dueAt,
    endedAt,
    items: _count.items,
    open: openOf.get(id) ?? 0,
  }));
}
