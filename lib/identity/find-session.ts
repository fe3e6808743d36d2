import { reader } from "@/lib/db/reader";
import type { PersonId, SessionId } from "@/lib/kernel/ids";
import { sha256Hex } from "@/lib/runtime/hashing";
import type { PersonActor } from "./request-context";
import { SESSION_IDLE_MS } from "./session-limits";

export type LiveSession = { actor: PersonActor; lastSeenAt: Date };

/**
 * Who a session token speaks for, read from the database at each request: an ended session, a disabled person or a changed role
 * counts from the next request on. Null for a token that is unknown, expired or idle.
 */
export async function findSession(token: string, now: Date): Promise<LiveSession | null> {
  const session = await reader().session.findUnique({
    where: {
      tokenHash: sha256Hex(token),
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - SESSION_IDLE_MS) },
      person: { status: "active" },
    },
    select: { id: true, lastSeenAt: true, person: { select: { id: true, name: true, email: true, roles: true } } },
  });
  if (!session) return null;
  const { id, name, email, roles } = session.person;
  return {
    actor: { kind: "person", personId: id as PersonId, sessionId: session.id as SessionId, name, email, roles },
    lastSeenAt: session.lastSeenAt,
  };
}
