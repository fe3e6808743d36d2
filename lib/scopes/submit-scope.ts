import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { toAuthorId } from "@/lib/identity/to-author-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { loadScopeMove, needsSecondPerson } from "./internal/find-widening";
import { assertWish, fulfil, type Wish } from "./internal/move-scope";
import { propose } from "./internal/propose";
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
  return commit<Submitted>(ctx, async (tx) => {
    const wish = await toWish(tx, parsed);
    await assertWish(tx, wish, ctx.now);
    const { locked, scope, ...place } = wish;
    const move = await loadScopeMove(tx, place, { scopeId: locked?.scopeId ?? null, after: scope }, ctx.now);
    if (await needsSecondPerson(tx, ctx, move)) {
      const kind = locked === null ? "grant" : "change";
      const base = locked === null ? {} : { scopeId: locked.scopeId, baseVersion: locked.version };
      const { wideningId, event } = await propose(tx, ctx, { kind, ...place, ...base, scope, note: scope.note });
      return { result: { kind: "proposed", wideningId }, events: [event] };
    }
    const { scopeId, version, event } = await fulfil(tx, { authorId: toAuthorId(ctx), now: ctx.now }, wish);
    return { result: { kind: "in_force", scopeId, version }, events: [event] };
  });
}
