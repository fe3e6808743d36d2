import type { Transaction } from "@/lib/db/client";
import { isPermitted } from "@/lib/identity/authorize";
import type { Permission } from "@/lib/identity/permissions";
import type { PersonActor, RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";

/**
 * The person who decides, as the session says at this moment and in this transaction: not as a form names them, and not as they were
 * when the page was opened. Throws `not_signed_in` or `not_permitted`.
 */
export async function assertSessionLive(
  tx: Transaction,
  ctx: RequestContext,
  permission: Permission,
): Promise<PersonActor> {
  if (ctx.actor.kind !== "person")
    throw new DomainError("not_permitted", "Only a person who is signed in decides this.");
  const { sessionId, personId } = ctx.actor;
  const session = await tx.session.findUnique({
    where: { id: sessionId, personId, person: { status: "active" } },
    select: { person: { select: { roles: true } } },
  });
  if (session === null) throw new DomainError("not_signed_in", "Your session has ended: sign in again.");
  const actor: PersonActor = { ...ctx.actor, roles: session.person.roles };
  if (!isPermitted(actor, permission)) throw new DomainError("not_permitted", "Your roles no longer allow this.");
  return actor;
}
