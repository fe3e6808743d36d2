import { record } from "@/lib/audit/record";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { toCsv } from "@/lib/kernel/csv";
import { explainReason } from "@/lib/kernel/reasons";
import { type AccessRow, listAccess, ListAccessInput } from "./list-access";
import { parseInput } from "@/lib/runtime/parse-input";

const HEADER = [
  "agent",
  "dataset",
  "field",
  "category",
  "purpose",
  "shown",
  "reason",
  "why",
  "until",
  "rows_per_request",
  "needs_case",
  "gets_nothing_because",
  "granted_by",
  "since",
  "scopes",
];

function toCells(row: AccessRow): (string | number)[] {
  return [
    row.agent.name,
    row.dataset.name,
    row.field,
    row.category,
    row.purpose,
    row.treatment,
    row.reason,
    explainReason(row.reason, row.field).sentence,
    row.until.toISOString(),
    row.rowsPerRequestMax,
    row.isCaseRequired ? "yes" : "no",
    row.obstacle ?? "",
    row.grants.map(({ by }) => by).join("; "),
    row.grants.map(({ since }) => since.toISOString()).join("; "),
    row.grants.map(({ scopeId, version }) => `${scopeId} version ${version}`).join("; "),
  ];
}

/** The same as `listAccess` as a table (RFC 4180) in which nothing is a formula. That it was taken out is an event. */
export async function exportAccess(ctx: RequestContext, input: ListAccessInput): Promise<string> {
  authorize(ctx, "access:try");
  const asked = parseInput(ListAccessInput, input);
  const rows = await listAccess(ctx, asked);
  const about = "agentId" in asked ? { agentId: asked.agentId } : { datasetId: asked.datasetId };
  await record(ctx, [{ action: "access.listed", ...about, rowCount: rows.length }]);
  return toCsv(HEADER, rows.map(toCells));
}
