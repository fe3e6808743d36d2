import type { WideningRule } from "@/components/scopes/widening-rule";
import type { DatasetDetail } from "@/lib/catalog/get-dataset";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ComparableScope } from "@/lib/kernel/diff-scopes";
import type { Json } from "@/lib/kernel/canonical-json";
import { getAccessSettings } from "@/lib/scopes/get-access-settings";
import type { ScopeDetail } from "@/lib/scopes/get-scope";
import { listScopes, type ScopeListRow } from "@/lib/scopes/list-scopes";

function toOther({ purposes, fields, requiresCase, expiresAt, ...row }: ScopeListRow): ComparableScope {
  const { rowsPerRequestMax, rowsPerDayMax, subjectsPerDayMax } = row;
  const caps = { rowsPerRequestMax, rowsPerDayMax, subjectsPerDayMax };
  const treatments = Object.fromEntries(fields.map(({ name, treatment }) => [name, treatment]));
  const end = expiresAt.toISOString();
  return { purposes, fields: treatments, rowBound: [], requiresCase, ...caps, expiresAt: end };
}

function toBefore(scope: ScopeDetail | null): ComparableScope | null {
  const [current] = scope?.versions ?? [];
  if (scope?.status !== "live" || current === undefined) return null;
  const { purposes, fields, requiresCase, expiresAt, rowsPerRequestMax, rowsPerDayMax, subjectsPerDayMax } = current;
  const caps = { rowsPerRequestMax, rowsPerDayMax, subjectsPerDayMax };
  const rowBound = current.rowBound as readonly Json[];
  return { purposes, fields, rowBound, requiresCase, ...caps, expiresAt: expiresAt.toISOString() };
}

/** What the editor needs to say whether a second person has to agree to what is written in it. */
export async function loadRule(
  ctx: RequestContext,
  { agentId, dataset, scope }: { agentId: string; dataset: DatasetDetail; scope: ScopeDetail | null },
): Promise<WideningRule> {
  const { isTwoPersonRuleOn } = await getAccessSettings(ctx);
  const { rows } = await listScopes(ctx, { agentId, datasetId: dataset.id, status: "live" });
  return {
    isOn: isTwoPersonRuleOn,
    before: toBefore(scope),
    others: rows.filter(({ id }) => id !== scope?.id).map(toOther),
    reach: { rows: dataset.rowEstimate, areCustomers: dataset.recordKind === "customer_record" },
  };
}
