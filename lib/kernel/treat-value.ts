import { assertNever } from "./assert-never";
import { canonicalJson, type Json } from "./canonical-json";
import { generaliseValue, type ValueKind } from "./generalise-value";
import { HIDDEN, maskText } from "./mask-value";
import type { Category, Treatment } from "./vocabulary";

/** What a redacted value becomes, null included. */
export const REDACTED = "[redacted]";

export type TreatmentRule = {
  treatment: Treatment;
  category: Category;
  kind: ValueKind;
  /** The token of a text: a keyed digest over the field's token domain, so that equal values of joined fields have equal tokens. */
  tokenOf: (text: string) => string;
};

function toText(value: Json): string {
  return typeof value === "string" ? value : canonicalJson(value);
}

/** Text, and numbers that are really names of something: an amount or a date has no part that may be shown. */
function isMaskable(value: Json, { kind, category }: TreatmentRule): boolean {
  if (kind === "text") return typeof value === "string";
  return kind === "number" && (category === "phone" || category === "identifier");
}

/**
 * One value as the agent gets it. Clear values are unchanged; all others become strings. Null stays null, except redacted:
 * whether there is a value is then hidden too.
 */
export function treatValue(value: Json, rule: TreatmentRule): Json {
  switch (rule.treatment) {
    case "clear":
      return value;
    case "redact":
      return REDACTED;
    case "tokenise":
      return value === null ? null : rule.tokenOf(toText(value));
    case "mask":
      if (value === null) return null;
      return isMaskable(value, rule) ? maskText(String(value), rule.category) : HIDDEN;
    case "generalise":
      return value === null ? null : generaliseValue(toText(value), rule.kind, rule.category);
    default:
      return assertNever(rule.treatment);
  }
}
