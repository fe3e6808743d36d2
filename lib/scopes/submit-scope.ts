import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import type { Wish } from "./internal/move-scope";
import { submitWish } from "./internal/submit-wish";
import { lockSeenScope } from "./lock-scope";
import { ScopeInput } from "./scope-input";
import type { Submitted } from "./submitted";

export const SubmitScopeInput = z.union([
  ScopeInput.extend({
    scopeId: z.uuid("names no scope"),
    /** The version that the person saw: a change made on an older one is refused, so that nobody's work is lost. */
    versionSeen: z.coerce.number().int(),
  }),
  ScopeInput.extend({
    scopeId: z.undefined().optional(),
    agentId: z.uuid("choose an agent"),
    datasetId: z.uuid("choose a dataset"),
  }),
]);
export type SubmitScopeInput = z.input<typeof SubmitScopeInput>;

async function toWish(tx: Transaction, input: z.output<typeof SubmitScopeInput>): Promise<Wish> {
  if (input.scopeId === undefined) {
    const { agentId, datasetId, scopeId: _, ...scope } = input;
    return { agentId, datasetId, locked: null, scope };
  }
  const { scopeId, versionSeen, ...scope } = input;
  const { version, ...place } = await lockSeenScope(tx, scopeId, versionSeen);
  return { ...place, locked: { scopeId, version }, scope };
}

/**
 * Grants a scope, or a new version of one: at once, or where the two-person rule is on and it lets the agent see more, as a proposal.
 * Throws `invalid_input` for what does not fit the catalogue, `conflict` for a retired agent or a scope that somebody changed meanwhile.
 */
export async function submitScope(ctx: RequestContext, input: SubmitScopeInput): Promise<Submitted> {
  authorize(ctx, "scope:write");
  const parsed = parseInput(SubmitScopeInput, input);
  return commit<Submitted>(ctx, async (tx) => submitWish(tx, ctx, await toWish(tx, parsed)));
}
