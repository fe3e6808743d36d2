import { reader } from "@/lib/db/reader";
import type { Prisma } from "@/lib/db/generated/client";
import { DomainError } from "@/lib/kernel/domain-error";
import { isUuid } from "@/lib/runtime/is-uuid";

const NAME = { select: { name: true } } as const;
const NOTES_MAX = 200;

const SELECT = {
  id: true,
  agentId: true,
  revision: true,
  origin: true,
  findings: true,
  contentSealed: true,
  subjectRef: true,
  decisionIds: true,
  similarity: true,
  kind: true,
  kinds: true,
  state: true,
  claimedById: true,
  claimedBy: NAME,
  claimExpiresAt: true,
  dueAt: true,
  createdAt: true,
  isCorrected: true,
  draftAuthorId: true,
  agent: { select: { name: true, state: true, ownerId: true, sponsorId: true } },
  proposals: {
    orderBy: { number: "asc" },
    select: { id: true, number: true, digest: true, createdAt: true, payloadSealed: true, author: NAME },
  },
  notes: {
    orderBy: { id: "asc" },
    take: NOTES_MAX,
    select: {
      id: true,
      bodySealed: true,
      createdAt: true,
      answeredAt: true,
      isToAgent: true,
      toPersonId: true,
      author: NAME,
      toPerson: NAME,
    },
  },
  approvals: { orderBy: { id: "asc" }, select: { personId: true, digest: true, createdAt: true, person: NAME } },
  release: { select: { id: true, state: true, expiresAt: true, redeemedAt: true, outcomeAt: true } },
} satisfies Prisma.HeldItemSelect;

export type HeldFacts = Prisma.HeldItemGetPayload<{ select: typeof SELECT }>;

/** Everything about one item, still sealed. Throws `not_found`. */
export async function loadHeldFacts(itemId: string): Promise<HeldFacts> {
  const found = isUuid(itemId) ? await reader().heldItem.findUnique({ where: { id: itemId }, select: SELECT }) : null;
  if (found === null) throw new DomainError("not_found", "There is no such held item.");
  return found;
}
