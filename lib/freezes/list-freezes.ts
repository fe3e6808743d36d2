import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { FreezeId, PersonId } from "@/lib/kernel/ids";
import type { FreezeTarget } from "@/lib/kernel/vocabulary";

/** A person's name is null once nobody knows it any more. */
type Who = { personId: PersonId; name: string | null };

export type FreezeRow = {
  id: FreezeId;
  target: FreezeTarget;
  /** The vendor, source or agent; null for everything. */
  thing: { id: string; name: string } | null;
  reason: string;
  frozenBy: Who;
  frozenAt: Date;
  isDrill: boolean;
  lift: { reason: string; proposedBy: Who; proposedAt: Date } | null;
  lifted: { by: Who; at: Date } | null;
};
export type FreezeList = { inForce: FreezeRow[]; lifted: FreezeRow[] };

const NAMED = { select: { id: true, name: true } } as const;
const LIFTED_MAX = 50;

function loadFreezes(isLifted: boolean) {
  return reader().freeze.findMany({
    where: { liftedAt: isLifted ? { not: null } : null },
    orderBy: { id: "desc" },
    ...(isLifted && { take: LIFTED_MAX }),
    include: { vendor: NAMED, source: NAMED, agent: NAMED },
  });
}

type Stored = Awaited<ReturnType<typeof loadFreezes>>[number];

function toFreezeRow(row: Stored, whoIs: (personId: string) => Who): FreezeRow {
  const { id, target, reason, frozenAt, vendor, source, agent, liftReason, liftProposedById, liftProposedAt } = row;
  const isProposed = liftReason !== null && liftProposedById !== null && liftProposedAt !== null;
  return {
    id: id as FreezeId,
    target,
    thing: vendor ?? source ?? agent,
    reason,
    frozenBy: whoIs(row.frozenById),
    frozenAt,
    isDrill: row.drillId !== null,
    lift: isProposed ? { reason: liftReason, proposedBy: whoIs(liftProposedById), proposedAt: liftProposedAt } : null,
    lifted: row.liftedAt === null || row.liftedById === null ? null : { by: whoIs(row.liftedById), at: row.liftedAt },
  };
}

/** What is frozen, newest first, and the last 50 that were lifted. */
export async function listFreezes(ctx: RequestContext): Promise<FreezeList> {
  authorize(ctx, "freeze:read");
  const [inForce, lifted] = await Promise.all([loadFreezes(false), loadFreezes(true)]);
  const ids = [...inForce, ...lifted].flatMap((row) => [row.frozenById, row.liftProposedById, row.liftedById]);
  const people = await reader().person.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const whoIs = (id: string): Who => ({ personId: id as PersonId, name: names.get(id) ?? null });
  return {
    inForce: inForce.map((row) => toFreezeRow(row, whoIs)),
    lifted: lifted.map((row) => toFreezeRow(row, whoIs)),
  };
}
