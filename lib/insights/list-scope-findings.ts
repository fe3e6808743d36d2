import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { type JudgedScope, judgeScopes } from "./judge-scopes";

export const ListScopeFindingsInput = z.strictObject({
  agentId: z.uuid("names no agent").optional(),
  scopeId: z.uuid("names no scope").optional(),
});
export type ListScopeFindingsInput = z.input<typeof ListScopeFindingsInput>;

/** The newest 500 live scopes, or those of an agent, or one, each with how it is used and what about it asks for a second thought. */
export async function listScopeFindings(ctx: RequestContext, input: ListScopeFindingsInput): Promise<JudgedScope[]> {
  authorize(ctx, "scope:read");
  return judgeScopes(parseInput(ListScopeFindingsInput, input), ctx.now);
}
