import type { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { SESSION_IDLE_MS } from "@/lib/identity/session-limits";
import { DomainError } from "@/lib/kernel/domain-error";
import type { PersonId, SessionId } from "@/lib/kernel/ids";
import type { TriageKind } from "@/lib/kernel/triage-kinds";
import type { Role } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import type { PersonStatus } from "./list-people";
import { PersonIdInput } from "./person-input";

export const GetPersonInput = PersonIdInput;
export type GetPersonInput = z.input<typeof GetPersonInput>;

export type PersonDetail = {
  id: PersonId;
  name: string;
  email: string;
  status: PersonStatus;
  roles: Role[];
  /** Which held items a reviewer decides about. */
  reviewKinds: TriageKind[];
  createdAt: Date;
  sessions: { id: SessionId; createdAt: Date; lastSeenAt: Date; address: string | null; userAgent: string | null }[];
  /** When the newest unused password link stops working; null when there is none. */
  passwordLinkExpiresAt: Date | null;
  agentsOwned: number;
  agentsSponsored: number;
};

/** One person with their live sessions. Throws `not_found`. */
export async function getPerson(ctx: RequestContext, input: GetPersonInput): Promise<PersonDetail> {
  authorize(ctx, "person:read");
  const { personId } = parseInput(GetPersonInput, input);
  const isLive = { expiresAt: { gt: ctx.now }, lastSeenAt: { gt: new Date(ctx.now.getTime() - SESSION_IDLE_MS) } };
  const person = await reader().person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      email: true,
      status: true,
      roles: true,
      reviewKinds: true,
      createdAt: true,
      sessions: {
        where: isLive,
        select: { id: true, createdAt: true, lastSeenAt: true, address: true, userAgent: true },
        orderBy: { id: "desc" },
        take: 100,
      },
      oneTimeLinks: { where: { usedAt: null, expiresAt: { gt: ctx.now } }, select: { expiresAt: true }, take: 1 },
      _count: { select: { ownedAgents: true, sponsoredAgents: true } },
    },
  });
  if (!person) throw new DomainError("not_found", "There is no such person.");
  const { id, sessions, oneTimeLinks, _count, ...rest } = person;
  return {
    ...rest,
    id: id as PersonId,
    sessions: sessions.map((session) => ({ ...session, id: session.id as SessionId })),
    passwordLinkExpiresAt: oneTimeLinks[0]?.expiresAt ?? null,
    agentsOwned: _count.ownedAgents,
    agentsSponsored: _count.sponsoredAgents,
  };
}
