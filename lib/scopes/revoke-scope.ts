import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockScope } from "./lock-scope";

export const RevokeScopeInput = z.object({
  scopeId: z.uuid("names no scope"),
  note: z.string().trim().min(1, "say why in a sentence").max(500, "must be at most 500 characters"),
});
export type RevokeScopeInput = z.input<typeof RevokeScopeInput>;

/** Ends a scope at once. Its versions stay as history. */
export async function revokeScope(ctx: RequestContext, input: RevokeScopeInput): Promise<void> {
  authorize(ctx, "scope:write");
  const { scopeId, note } = parseInput(RevokeScopeInput, input);
  return commit(ctx, async (tx) => {
    const { agentId, datasetId, version } = await lockScope(tx, scopeId);
    await tx.scope.update({ where: { id: scopeId }, data: { revokedAt: ctx.now } });
    return { result: undefined, events: [{ action: "scope.revoked", agentId, datasetId, scopeId, version, note }] };
  });
}
