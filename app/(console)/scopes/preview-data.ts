import type { PreviewCell } from "@/components/data/preview-pair";
import type { PreviewData } from "@/components/scopes/live-preview";
import type { ScopePreview } from "@/lib/gateway/preview-scope";
import { canonicalJson, type Json } from "@/lib/kernel/canonical-json";
import { type FieldTreatment, strictness, toOutcome } from "@/lib/kernel/vocabulary";

function toCell(value: Json, treatment: FieldTreatment): PreviewCell {
  const text = value === null ? null : typeof value === "string" ? value : canonicalJson(value);
  return { text, outcome: toOutcome(treatment) };
}

/** A preview as the two tables take it: what the agent gets stands first, the most open before the strictest. */
export function toPreviewData({ fields, rows, isCaseBound }: ScopePreview): PreviewData {
  const places = fields.map((_, place) => place);
  const isWithheld = (place: number) =>
    strictness(fields[place]?.agent ?? "withheld") >= strictness("withheld") ? 1 : 0;
  const order = places.toSorted((a, b) => isWithheld(a) - isWithheld(b) || a - b);
  const columns = order.flatMap((place) => fields[place] ?? []);
  const toCells = (values: readonly Json[], side: "agent" | "person") =>
    order.map((place, index) => toCell(values[place] ?? null, columns[index]?.[side] ?? "withheld"));
  return {
    columns,
    rows: rows.map((row, index) => ({
      id: String(index),
      agent: toCells(row.agent, "agent"),
      person: toCells(row.person, "person"),
    })),
    isCaseBound,
  };
}
