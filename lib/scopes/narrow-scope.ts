import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { strictness, type Treatment, TREATMENTS } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { loadTerms } from "./internal/load-terms";
import { submitWish } from "./internal/submit-wish";
import { lockSeenScope } from "./lock-scope";
import type { ParsedScope } from "./scope-input";
import type { Submitted } from "./submitted";

export const NarrowScopeInput = z.object({
  scopeId: z.uuid("names no scope"),
  versionSeen: z.coerce.number().int(),
  /** Fields to take away. */
  take: z.array(z.string()).max(500).default([]),
  /** Fields to show more strictly. */
  treat: z.record(z.string(), z.enum(TREATMENTS, "is not a treatment")).default({}),
  /** An earlier end. */
  expiresAt: z.coerce.date("must be a date").optional(),
  note: z.string().trim().min(1, "say why in a sentence").max(500, "must be at most 500 characters"),
});
export type NarrowScopeInput = z.input<typeof NarrowScopeInput>;

type Less = Pick<z.output<typeof NarrowScopeInput>, "take" | "treat" | "expiresAt">;

function toStricter(field: string, before: Treatment, wanted: Treatment | undefined): Treatment {
  if (wanted === undefined) return before;
  if (strictness(wanted) <= strictness(before))
    throw new DomainError("invalid_input", `${field} is shown as strictly already.`, "treat");
  return wanted;
}

/** The same scope with less in it. Throws `invalid_input` for what would take nothing away. */
export function narrow(scope: ParsedScope, { take, treat, expiresAt }: Less): ParsedScope {
  const unknown = [...take, ...Object.keys(treat)].find((field) => scope.fields[field] === undefined);
  if (unknown !== undefined) throw new DomainError("invalid_input", `The scope does not grant ${unknown}.`, "take");
  const kept = Object.entries(scope.fields).filter(([field]) => !take.includes(field));
  if (kept.length === 0)
    throw new DomainError("invalid_input", "Nothing would be left of the scope: revoke it instead.", "take");
  if (expiresAt !== undefined && expiresAt >= scope.expiresAt)
    throw new DomainError("invalid_input", "The scope ends before that already.", "expiresAt");
  const fields = Object.fromEntries(kept.map(([field, before]) => [field, toStricter(field, before, treat[field])]));
  return { ...scope, fields, ...(expiresAt === undefined ? {} : { expiresAt }) };
}

/** Takes something away from a scope, as a new version of it. Throws `invalid_input`, or `conflict` when somebody changed it meanwhile. */
export async function narrowScope(ctx: RequestContext, input: NarrowScopeInput): Promise<Submitted> {
  authorize(ctx, "scope:write");
  const { scopeId, versionSeen, note, ...less } = parseInput(NarrowScopeInput, input);
  return commit<Submitted>(ctx, async (tx) => {
    const { version, ...place } = await lockSeenScope(tx, scopeId, versionSeen);
    const scope = narrow(await loadTerms(tx, scopeId, version, note), less);
    return submitWish(tx, ctx, { ...place, locked: { scopeId, version }, scope });
  });
}
