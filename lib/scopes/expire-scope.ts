import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { toAuthorId } from "@/lib/identity/to-author-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { loadTerms } from "./internal/load-terms";
import { fulfil } from "./internal/move-scope";
import { lockScope } from "./lock-scope";

export const ExpireScopeInput = z.object({
  scopeId: z.uuid("names no scope"),
  note: z.string().trim().min(1, "say why in a sentence").max(500, "must be at most 500 characters"),
});
export type ExpireScopeInput = z.input<typeof ExpireScopeInput>;

/** Ends a scope now as a new version with an end in the past, so that a person can renew it. One that has ended stays as it is; a revoked one throws `conflict`. */
export async function expireScope(ctx: RequestContext, input: ExpireScopeInput): Promise<void> {
  authorize(ctx, "scope:expire");
  const { scopeId, note } = parseInput(ExpireScopeInput, input);
  return commit(ctx, async (tx) => {
    const { version, ...place } = await lockScope(tx, scopeId);
    const terms = await loadTerms(tx, scopeId, version, note);
    const scope = terms.expiresAt < ctx.now ? terms : { ...terms, expiresAt: ctx.now };
    const author = { authorId: toAuthorId(ctx), now: ctx.now };
    const { event } = await fulfil(tx, author, { ...place, locked: { scopeId, version }, scope });
    return { result: undefined, events: [event] };
  });
}
