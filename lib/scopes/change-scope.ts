import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { toAuthorId } from "@/lib/identity/to-author-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { assertMayAlone } from "./internal/find-widening";
import { assertWish, fulfil } from "./internal/move-scope";
import { lockSeenScope } from "./lock-scope";
import { ScopeInput } from "./scope-input";

export const ChangeScopeInput = ScopeInput.extend({
  scopeId: z.uuid("names no scope"),
  /** The version that the person saw: a change made on an older one is refused, so that nobody's work is lost. */
  versionSeen: z.coerce.number().int(),
});
export type ChangeScopeInput = z.input<typeof ChangeScopeInput>;

/** Replaces what a scope grants by a new version. Throws `conflict` when somebody changed it meanwhile, or where a second person must agree. */
export async function changeScope(ctx: RequestContext, input: ChangeScopeInput): Promise<number> {
  authorize(ctx, "scope:write");
  const { scopeId, versionSeen, ...scope } = parseInput(ChangeScopeInput, input);
  return commit(ctx, async (tx) => {
    const { version: seen, ...place } = await lockSeenScope(tx, scopeId, versionSeen);
    const wish = { ...place, locked: { scopeId, version: seen }, scope };
    await assertWish(tx, wish, ctx.now);
    await assertMayAlone(tx, ctx, wish);
    const { version, event } = await fulfil(tx, { authorId: toAuthorId(ctx), now: ctx.now }, wish);
    return { result: version, events: [event] };
  });
}
