import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";

export type AccessSettings = { isTwoPersonRuleOn: boolean };

/** How access is granted in this house. */
export async function getAccessSettings(ctx: RequestContext): Promise<AccessSettings> {
  authorize(ctx, "access_settings:read");
  return reader().accessSettings.findUniqueOrThrow({ where: { id: 1 }, select: { isTwoPersonRuleOn: true } });
}
