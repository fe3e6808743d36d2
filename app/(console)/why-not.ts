import { isPermitted, whoMay } from "@/lib/identity/authorize";
import type { Permission } from "@/lib/identity/permissions";
import type { RequestContext } from "@/lib/identity/request-context";

/** Why this person may not press a button, and who could; null when they may. */
export function whyNot(ctx: RequestContext, permission: Permission): string | null {
  return isPermitted(ctx.actor, permission) ? null : `This needs ${whoMay(permission)}.`;
}
