import { z } from "zod";
import { lockAgent } from "@/lib/agents/lock-agent";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { toAuthorId } from "@/lib/identity/to-author-id";
import { DomainError } from "@/lib/kernel/domain-error";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { assertScopeFits } from "./assert-scope-fits";
import { lockScope } from "./lock-scope";
import { addScopeVersion, toScopeFacts } from "./scope-facts";
import { ScopeInput } from "./scope-input";

export const ChangeScopeInput = ScopeInput.extend({
  scopeId: z.uuid("names no scope"),
  /** The version that the person saw: a change made on an older one is refused, so that nobody's work is lost. */
  versionSeen: z.coerce.number().int(),
});
export type ChangeScopeInput = z.input<typeof ChangeScopeInput>;

/** Replaces what a scope grants by a new version. Throws `conflict` when somebody changed it meanwhile. */
export async function changeScope(ctx: RequestContext, input: ChangeScopeInput): Promise<number> {
  authorize(ctx, "scope:write");
  const { scopeId, versionSeen, ...scope } = parseInput(ChangeScopeInput, input);
  return commit(ctx, async (tx) => {
    const { agentId, datasetId, version } = await lockScope(tx, scopeId);
    if (version !== versionSeen) {
      throw new DomainError(
        "conflict",
        `Version ${version} was made meanwhile: look at it and make your change again.`,
      );
    }
    await lockAgent(tx, agentId, "grant_scope");
    await assertScopeFits(tx, datasetId, scope, ctx.now);
    const before = await tx.scopeVersion.findUniqueOrThrow({
      where: { scopeId_number: { scopeId, number: version } },
      include: { fields: { orderBy: { fieldName: "asc" } } },
    });
    const number = version + 1;
    const after = await addScopeVersion(
      tx,
      { id: newId(ctx.now), scopeId, number, createdById: toAuthorId(ctx), createdAt: ctx.now },
      scope,
    );
    await tx.scope.update({ where: { id: scopeId }, data: { version: number } });
    return {
      result: number,
      events: [
        {
          action: "scope.changed",
          agentId,
          datasetId,
          scopeId,
          version: number,
          note: scope.note,
          before: toScopeFacts(before),
          after,
        },
      ],
    };
  });
}
