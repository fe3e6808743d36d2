import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { FINDING_KINDS, type Narrowing, type ScopeFinding } from "@/lib/kernel/find-scope-findings";
import { parseInput } from "@/lib/runtime/parse-input";
import { getScope, type ScopeVersionDetail } from "@/lib/scopes/get-scope";
import type { NarrowScopeInput } from "@/lib/scopes/narrow-scope";
import { RowBoundInput } from "@/lib/scopes/scope-input";
import { listScopeFindings } from "./list-scope-findings";
import { replayScope, type ReplayScopeInput, type ScopeImpact } from "./replay-scope";

const DAY_MS = 86_400_000;

export const PreviewNarrowingInput = z.strictObject({
  scopeId: z.uuid("names no scope"),
  finding: z.enum(FINDING_KINDS, "must be a finding"),
});
export type PreviewNarrowingInput = z.input<typeof PreviewNarrowingInput>;

export type NarrowingPreview = {
  finding: ScopeFinding;
  version: number;
  /** What `narrowScope` takes; null where the scope would be revoked. */
  less: Pick<NarrowScopeInput, "take" | "treat" | "expiresAt"> | null;
  impact: ScopeImpact;
};

type Terms = NonNullable<ReplayScopeInput["scope"]>;

function toTerms(version: ScopeVersionDetail): Terms {
  return { ...version, rowBound: RowBoundInput.parse(version.rowBound) };
}

/** The scope as it would be, null where it would end; and what takes it there. */
function apply(terms: Terms, narrowing: Narrowing, now: Date): { scope: Terms | null; less: NarrowingPreview["less"] } {
  const { fields } = terms;
  if (narrowing.kind === "end") return { scope: null, less: null };
  if (narrowing.kind === "sooner") {
    const expiresAt = new Date(now.getTime() + narrowing.days * DAY_MS);
    return { scope: { ...terms, expiresAt }, less: { expiresAt: expiresAt.toISOString() } };
  }
  if (narrowing.kind === "treat") {
    const treat = { ...narrowing.fields };
    return { scope: { ...terms, fields: { ...fields, ...treat } }, less: { treat } };
  }
  const take = [...narrowing.fields];
  const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => !take.includes(name)));
  return { scope: { ...terms, fields: kept }, less: { take } };
}

/** What one click about a finding would do, and what it would have done to the last days of use. Null where it is found no more. */
export async function previewNarrowing(
  ctx: RequestContext,
  input: PreviewNarrowingInput,
): Promise<NarrowingPreview | null> {
  authorize(ctx, "scope:read");
  const { scopeId, finding: kind } = parseInput(PreviewNarrowingInput, input);
  const { versions, version, agent, dataset } = await getScope(ctx, scopeId);
  const [judged] = await listScopeFindings(ctx, { scopeId });
  const finding = judged?.findings.find((one) => one.kind === kind);
  const [current] = versions;
  if (finding === undefined || finding.narrowing === null || current === undefined) return null;
  const { scope, less } = apply(toTerms(current), finding.narrowing, ctx.now);
  const impact = await replayScope(ctx, { agentId: agent.id, datasetId: dataset.id, scopeId, scope });
  return { finding, version, less, impact };
}
