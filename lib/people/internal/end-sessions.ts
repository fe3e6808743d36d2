import type { AuditEvent, SessionEndCause } from "@/lib/audit/event";
import type { Prisma } from "@/lib/db/generated/client";
import type { Transaction } from "@/lib/db/client";

/** Ends the sessions that match and returns an event for each: none, when there were none. */
export async function endSessions(
  tx: Transaction,
  where: Prisma.SessionWhereInput,
  cause: SessionEndCause,
): Promise<AuditEvent[]> {
  const ended = await tx.session.findMany({ where, select: { id: true, personId: true }, orderBy: { id: "asc" } });
  await tx.session.deleteMany({ where: { id: { in: ended.map(({ id }) => id) } } });
  return ended.map(({ id, personId }) => ({ action: "session.ended", sessionId: id, personId, cause }));
}
