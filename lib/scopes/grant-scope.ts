import { z } from "zod";
import { lockAgent } from "@/lib/agents/lock-agent";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { toAuthorId } from "@/lib/identity/to-author-id";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ScopeId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { assertScopeFits } from "./assert-scope-fits";
import { addScopeVersion } from "./scope-facts";
import { ScopeInput } from "./scope-input";

export const GrantScopeInput = ScopeInput.extend({
  agentId: z.uuid("choose an agent"),
  datasetId: z.uuid("choose a dataset"),
});
export type GrantScopeInput = z.input<typeof GrantScopeInput>;

/**
 * Grants an agent a scope on one dataset, as version 1. In force from the next decision on, once the agent is active.
 * Throws `invalid_input` for what does not fit the catalogue, `conflict` for a retired agent.
 */
export async function grantScope(ctx: RequestContext, input: GrantScopeInput): Promise<ScopeId> {
  authorize(ctx, "scope:write");
  const { agentId, datasetId, ...scope } = parseInput(GrantScopeInput, input);
  const scopeId = newId(ctx.now) as ScopeId;
  return commit(ctx, async (tx) => {
    await lockAgent(tx, agentId, "grant_scope");
    await assertScopeFits(tx, datasetId, scope, ctx.now);
    await tx.scope.create({ data: { id: scopeId, agentId, datasetId, version: 1, createdAt: ctx.now } });
    const version = { id: newId(ctx.now), scopeId, number: 1, createdById: toAuthorId(ctx), createdAt: ctx.now };
    const after = await addScopeVersion(tx, version, scope);
    return {
      result: scopeId,
      events: [{ action: "scope.granted", agentId, datasetId, scopeId, version: 1, note: scope.note, after }],
    };
  });
}
