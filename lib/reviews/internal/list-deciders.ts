import type { Transaction } from "@/lib/db/client";
import type { ReviewedItem } from "@/lib/kernel/find-reviewer-obstacle";

const DECIDERS_MAX = 500;

/** Everybody who may decide about the item now, as lib/kernel/find-reviewer-obstacle.ts says, besides those named. */
export async function listDeciders(
  tx: Transaction,
  item: ReviewedItem,
  but: readonly string[] = [],
): Promise<string[]> {
  const kept = [item.ownerId, item.sponsorId, ...(item.draftAuthorId === null ? [] : [item.draftAuthorId]), ...but];
  const people = await tx.person.findMany({
    where: {
      status: "active",
      roles: { has: "reviewer" },
      reviewKinds: { hasEvery: [...item.kinds] },
      id: { notIn: kept },
    },
    orderBy: { id: "asc" },
    take: DECIDERS_MAX,
    select: { id: true },
  });
  return people.map(({ id }) => id);
}
