import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { loadTerms } from "./internal/load-terms";
import { submitWish } from "./internal/submit-wish";
import { lockSeenScope } from "./lock-scope";
import type { Submitted } from "./submitted";

export const RestoreScopeVersionInput = z.object({
  scopeId: z.uuid("names no scope"),
  versionSeen: z.coerce.number().int(),
  /** The version whose terms shall count again. */
  number: z.coerce.number("must be a version's number").int().min(1),
  note: z.string().trim().min(1, "say why in a sentence").max(500, "must be at most 500 characters"),
});
export type RestoreScopeVersionInput = z.input<typeof RestoreScopeVersionInput>;

/**
 * Undoes what was changed since a version, as a new version with its terms. Where that lets the agent see more it is a widening like any
 * other. Throws `conflict` when somebody changed the scope meanwhile, `invalid_input` for terms that fit no more.
 */
export async function restoreScopeVersion(ctx: RequestContext, input: RestoreScopeVersionInput): Promise<Submitted> {
  authorize(ctx, "scope:write");
  const { scopeId, versionSeen, number, note } = parseInput(RestoreScopeVersionInput, input);
  return commit<Submitted>(ctx, async (tx) => {
    const { version, ...place } = await lockSeenScope(tx, scopeId, versionSeen);
    const scope = await loadTerms(tx, scopeId, number, note);
    return submitWish(tx, ctx, { ...place, locked: { scopeId, version }, scope });
  });
}
