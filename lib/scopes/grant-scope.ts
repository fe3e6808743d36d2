import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { toAuthorId } from "@/lib/identity/to-author-id";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ScopeId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";
import { assertMayAlone } from "./internal/find-widening";
import { assertWish, fulfil } from "./internal/move-scope";
import { ScopeInput } from "./scope-input";

export const GrantScopeInput = ScopeInput.extend({
  agentId: z.uuid("choose an agent"),
  datasetId: z.uuid("choose a dataset"),
});
export type GrantScopeInput = z.input<typeof GrantScopeInput>;

/**
 * Grants an agent a scope on one dataset, as version 1. In force from the next decision on, once the agent is active.
 * Throws `invalid_input` for what does not fit the catalogue, `conflict` for a retired agent or where a second person must agree.
 */
export async function grantScope(ctx: RequestContext, input: GrantScopeInput): Promise<ScopeId> {
  authorize(ctx, "scope:write");
  const { agentId, datasetId, ...scope } = parseInput(GrantScopeInput, input);
  return commit(ctx, async (tx) => {
    const wish = { agentId, datasetId, locked: null, scope };
    await assertWish(tx, wish, ctx.now);
    await assertMayAlone(tx, ctx, wish);
    const { scopeId, event } = await fulfil(tx, { authorId: toAuthorId(ctx), now: ctx.now }, wish);
    return { result: scopeId, events: [event] };
  });
}
