import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { SESSION_IDLE_MS } from "@/lib/identity/session-limits";
import type { SessionId } from "@/lib/kernel/ids";

export type SessionRow = {
  id: SessionId;
  createdAt: Date;
  lastSeenAt: Date;
  address: string | null;
  userAgent: string | null;
  isThisOne: boolean;
};

/** One's own live sessions, the newest first. */
export async function listSessions(ctx: RequestContext): Promise<SessionRow[]> {
  authorize(ctx, "session:read");
  const { now } = ctx;
  const actor = getPersonActor(ctx);
  const sessions = await reader().session.findMany({
    where: {
      personId: actor.personId,
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - SESSION_IDLE_MS) },
    },
    select: { id: true, createdAt: true, lastSeenAt: true, address: true, userAgent: true },
    orderBy: { id: "desc" },
    take: 100,
  });
  return sessions.map((session) => ({
    ...session,
    id: session.id as SessionId,
    isThisOne: session.id === actor.sessionId,
  }));
}
