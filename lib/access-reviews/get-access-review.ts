import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AccessItemFacts, AccessItemOutcome } from "@/lib/kernel/access-item-state";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AccessItemId, AccessReviewId } from "@/lib/kernel/ids";
import type { Role } from "@/lib/kernel/vocabulary";
import { isUuid } from "@/lib/runtime/is-uuid";

export type AccessItemRow = {
  id: AccessItemId;
  subjectId: string;
  label: string;
  flags: string[];
  asked: string | null;
  outcome: AccessItemOutcome | null;
  note: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  /** The person's roles now; empty for other kinds. */
  roles: Role[];
  /** For the state table, as this person meets it. */
  facts: AccessItemFacts;
};

export type AccessReviewDetail = {
  id: AccessReviewId;
  name: string;
  startedBy: string;
  dueAt: Date;
  endedAt: Date | null;
  /** Open items first. */
  items: AccessItemRow[];
};

/** One access review with all of its items. Throws `not_found`. */
export async function getAccessReview(ctx: RequestContext, reviewId: string): Promise<AccessReviewDetail> {
  authorize(ctx, "access_review:read");
  const review = isUuid(reviewId)
    ? await reader().accessReview.findUnique({
        where: { id: reviewId },
        include: {
          starter: { select: { name: true } },
          items: {
            orderBy: [{ kind: "asc" }, { label: "asc" }, { id: "asc" }],
            include: { asked: { select: { name: true } }, decider: { select: { name: true } } },
          },
        },
      })
    : null;
  if (review === null) throw new DomainError("not_found", "There is no such access review.");
  const people = await reader().person.findMany({
    where: { id: { in: review.items.filter(({ kind }) => kind === "roles").map(({ subjectId }) => subjectId) } },
    select: { id: true, roles: true },
  });
  const rolesOf = new Map(people.map(({ id, roles }) => [id, roles]));
  const { actor } = ctx;
  const [viewerId, viewerRoles] = actor.kind === "person" ? [actor.personId, actor.roles] : [null, []];
  const items = review.items.map(
    ({ id, kind, subjectId, label, flags, asked, outcome, note, decider, decidedAt }): AccessItemRow => ({
      id: id as AccessItemId,
      subjectId,
      label,
      flags,
      asked: asked?.name ?? null,
      outcome,
      note,
      decidedBy: decider?.name ?? null,
      decidedAt,
      roles: kind === "roles" ? (rolesOf.get(subjectId) ?? []) : [],
      facts: { kind, outcome, isOwn: kind === "roles" && subjectId === viewerId, viewerRoles },
    }),
  );
  const { name, dueAt, endedAt } = review;
  return {
    id: review.id as AccessReviewId,
    name,
    startedBy: review.starter.name,
    dueAt,
    endedAt,
    items: items.toSorted((a, b) => Number(a.outcome !== null) - Number(b.outcome !== null)),
  };
}
