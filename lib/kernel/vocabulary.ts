/** The words of docs/glossary.md that code decides on. Each list is ordered; the order is part of its meaning where said. */

/** What a field holds. */
export const CATEGORIES = [
  "name",
  "phone",
  "email",
  "address",
  "purchase_history",
  "support_issue",
  "payment_context",
  "business_sensitive",
  "identifier",
  "credential",
  "special_category",
  "none",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a dataset holds. */
export const RECORD_KINDS = [
  "customer_record",
  "invoice",
  "booking",
  "support_ticket",
  "sales_note",
  "internal_document",
  "other",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** How a released field is shown, from the most open to the strictest. A field in no scope is withheld, which is stricter than all. */
export const TREATMENTS = ["clear", "generalise", "mask", "tokenise", "redact"] as const;
export type Treatment = (typeof TREATMENTS)[number];

export type FieldTreatment = Treatment | "withheld";

/** What people see of a field's outcome: one colour, icon and word each. */
export const OUTCOMES = ["clear", "masked", "withheld", "denied", "held"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const ROLES = ["admin", "steward", "reviewer", "compliance"] as const;
export type Role = (typeof ROLES)[number];

export const AGENT_STATES = ["draft", "active", "suspended", "retired"] as const;
export type AgentState = (typeof AGENT_STATES)[number];

/** How far apart two treatments are from open: higher is stricter. */
export function strictness(treatment: FieldTreatment): number {
  return treatment === "withheld" ? TREATMENTS.length : TREATMENTS.indexOf(treatment);
}

/** The outcome that stands for a treatment in every table and picture. */
export function toOutcome(treatment: FieldTreatment): Outcome {
  if (treatment === "clear" || treatment === "withheld") return treatment;
  return "masked";
}
