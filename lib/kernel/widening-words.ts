import type { ScopeChange } from "./diff-scopes";
import type { FieldTreatment } from "./vocabulary";

/** Whom a dataset's rows are about, and about how many there are. */
export type Reach = { rows: number | null; areCustomers: boolean };

const SHOWN: { readonly [T in FieldTreatment]: string } = {
  clear: "in clear",
  generalise: "generalised",
  mask: "masked",
  tokenise: "tokenised",
  redact: "redacted",
  withheld: "withheld",
};

function withCommas(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

function toReachWords({ rows, areCustomers }: Reach): string {
  const noun = `${areCustomers ? "customer" : "row"}${rows === 1 ? "" : "s"}`;
  const count = rows === null ? `all ${noun}` : `about ${withCommas(rows)} ${noun}`;
  return `${areCustomers ? "for" : "in"} ${count}`;
}

function toConditionField(condition: unknown): string {
  const field: unknown = typeof condition === "object" && condition !== null ? Reflect.get(condition, "field") : null;
  return typeof field === "string" ? field : "a field";
}

/** One part that widens, in plain words: "adds email in clear for about 4,981 customers". */
export function toWideningWords(change: ScopeChange, reach: Reach): string {
  if (change.part === "field") {
    const how = SHOWN[change.after];
    return change.before === "withheld"
      ? `adds ${change.field} ${how} ${toReachWords(reach)}`
      : `shows ${change.field} ${how} instead of ${SHOWN[change.before]} ${toReachWords(reach)}`;
  }
  if (change.part === "purpose") return `allows the purpose ${change.purpose}`;
  if (change.part === "row_bound") return `takes away the row bound on ${toConditionField(change.condition)}`;
  if (change.part === "requires_case") return "gives rows without a case";
  if (change.part === "rows_per_request")
    return `gives up to ${withCommas(change.after)} rows a request instead of ${withCommas(change.before)}`;
  if (change.part === "expires_at")
    return `lasts until ${change.after.slice(0, 10)} instead of ${change.before.slice(0, 10)}`;
  const what = change.part === "rows_per_day" ? "rows a day" : "different customers a day";
  const before = change.before === null ? "" : ` instead of ${withCommas(change.before)}`;
  return change.after === null
    ? `takes away the cap on ${what}`
    : `gives up to ${withCommas(change.after)} ${what}${before}`;
}
