import { z } from "zod";
import { record } from "@/lib/audit/record";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { toCsv } from "@/lib/kernel/csv";
import { explainReason } from "@/lib/kernel/reasons";
import { parseInput } from "@/lib/runtime/parse-input";
import type { ExportedFile } from "./export-checklist";
import { findVendorIds, loadVendorRows, type VendorRow } from "./internal/vendor-rows";
import { VendorFilterShape } from "./list-vendors";

const ROWS_MAX = 20_000;
const STEP = 1_000;
const HEADER = [
  "vendor",
  "status",
  "why",
  "changes_at",
  "score",
  "open_musts",
  "valid_until",
  "agents",
  "criticality",
  "owner",
  "being_assessed",
];

export const ExportVendorsInput = z.object(VendorFilterShape);
export type ExportVendorsInput = z.input<typeof ExportVendorsInput>;

function toCells({ name, status, scoreTotal, openMusts, validUntil, agents, criticality, owner, open }: VendorRow) {
  const why = status.obstacle === null ? "" : explainReason(status.obstacle, status.it ?? undefined).sentence;
  const at = (moment: Date | null | undefined) => moment?.toISOString() ?? "";
  const place = [name, status.word, why, at(status.next?.at), scoreTotal, openMusts, at(validUntil)];
  return [...place, agents, criticality, owner, open ?? ""];
}

/** Every vendor that passes the filters as CSV, at most 20,000. What a spreadsheet would compute is neutralised. */
export async function exportVendors(ctx: RequestContext, input: ExportVendorsInput): Promise<ExportedFile> {
  authorize(ctx, "vendor:read");
  const { status, ...filter } = parseInput(ExportVendorsInput, input);
  const rows: VendorRow[] = [];
  let from: { id: string; name: string } | null = null;
  do {
    const found = await findVendorIds(filter, from, STEP);
    const loaded = await loadVendorRows(found, ctx.now);
    rows.push(...loaded.filter((row) => status === undefined || row.status.word === status));
    from = found.length < STEP ? null : (found.at(-1) ?? null);
  } while (from !== null && rows.length < ROWS_MAX);
  const kept = rows.slice(0, ROWS_MAX);
  await record(ctx, [{ action: "vendors.exported", count: kept.length }]);
  const text = toCsv(HEADER, kept.map(toCells));
  return { name: "vendors.csv", mediaType: "text/csv; charset=utf-8", text };
}
