import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ScopeId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";
import { loadScopeMove, needsSecondPerson } from "./internal/find-widening";
import { endScope } from "./internal/move-scope";
import { propose } from "./internal/propose";
import { lockScope } from "./lock-scope";
import type { Submitted } from "./submitted";

export const RevokeScopeInput = z.object({
  scopeId: z.uuid("names no scope"),
  note: z.string().trim().min(1, "say why in a sentence").max(500, "must be at most 500 characters"),
});
export type RevokeScopeInput = z.input<typeof RevokeScopeInput>;

/**
 * Ends a scope at once; its versions stay as history. Only where it was stricter than another live scope, so that the agent would see
 * more without it, does the two-person rule make it a proposal.
 */
export async function revokeScope(ctx: RequestContext, input: RevokeScopeInput): Promise<Submitted> {
  authorize(ctx, "scope:write");
  const { scopeId, note } = parseInput(RevokeScopeInput, input);
  return commit<Submitted>(ctx, async (tx) => {
    const { version, ...place } = await lockScope(tx, scopeId);
    const move = await loadScopeMove(tx, place, { scopeId, after: null }, ctx.now);
    if (await needsSecondPerson(tx, ctx, move)) {
      const proposal = { kind: "revoke", ...place, scopeId, baseVersion: version, note } as const;
      const { wideningId, event } = await propose(tx, ctx, proposal);
      return { result: { kind: "proposed", wideningId }, events: [event] };
    }
    const event = await endScope(tx, ctx.now, { ...place, scopeId, version, note });
    return { result: { kind: "in_force", scopeId: scopeId as ScopeId, version }, events: [event] };
  });
}
