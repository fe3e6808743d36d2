import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { SESSION_IDLE_MS } from "@/lib/identity/session-limits";
import { DomainError } from "@/lib/kernel/domain-error";
import { endSessions } from "./internal/end-sessions";

/** Removes sessions that no longer let anybody in, at most 500 at a time, and returns how many; for a job. */
export async function endExpiredSessions(ctx: RequestContext): Promise<number> {
  authorize(ctx, "session:expire");
  const idleSince = new Date(ctx.now.getTime() - SESSION_IDLE_MS);
  const expired = await reader().session.findMany({
    where: { OR: [{ expiresAt: { lte: ctx.now } }, { lastSeenAt: { lte: idleSince } }] },
    select: { id: true },
    orderBy: { id: "asc" },
    take: 500,
  });
  if (expired.length === 0) return 0;
  return commit(ctx, async (tx) => {
    const [first, ...others] = await endSessions(tx, { id: { in: expired.map(({ id }) => id) } }, "expired");
    if (!first) throw new DomainError("conflict", "Another process ended these sessions.");
    return { result: 1 + others.length, events: [first, ...others] };
  });
}
