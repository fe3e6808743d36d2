import { DomainError } from "@/lib/kernel/domain-error";
import { PERMISSIONS, type Permission, type Principal } from "./permissions";
import type { Actor, RequestContext } from "./request-context";

/** Who is no person. */
const OTHERS: readonly Principal[] = ["agent", "tenant", "dispatcher", "system", "anonymous"];

function toPrincipals(actor: Actor): readonly Principal[] {
  return actor.kind === "person" ? actor.roles : [actor.kind];
}

/** Whether this actor may; for explaining a button. The server's refusal is `authorize`. */
export function isPermitted(actor: Actor, permission: Permission): boolean {
  const allowed: readonly Principal[] = PERMISSIONS[permission];
  return toPrincipals(actor).some((principal) => allowed.includes(principal));
}

/** Who may, in words: "a person with the role admin or steward". */
export function whoMay(permission: Permission): string {
  const people = PERMISSIONS[permission].filter((one) => !OTHERS.includes(one));
  return people.length === 0 ? "nobody in the console" : `a person with the role ${people.join(" or ")}`;
}

/** The first beat of every verb. Throws `not_signed_in` or `not_permitted`, saying who could. */
export function authorize(ctx: RequestContext, permission: Permission): void {
  if (isPermitted(ctx.actor, permission)) return;
  if (ctx.actor.kind === "anonymous") throw new DomainError("not_signed_in", "Sign in first.");
  throw new DomainError("not_permitted", `This needs the permission ${permission}: ask ${whoMay(permission)}.`);
}
