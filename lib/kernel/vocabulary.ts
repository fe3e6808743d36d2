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

/** What can be frozen, from the widest to the narrowest. */
export const FREEZE_TARGETS = ["everything", "vendor", "source", "agent"] as const;
export type FreezeTarget = (typeof FREEZE_TARGETS)[number];

/** The states of a held item. `decided` is where a rejected or taken-over item ends. */
export const HOLD_STATES = ["open", "claimed", "decided", "released", "executed", "expired", "withdrawn"] as const;
export type HoldState = (typeof HOLD_STATES)[number];

export const HOLD_RISKS = ["low", "medium", "high"] as const;
export type HoldRisk = (typeof HOLD_RISKS)[number];

/** How a customer's message came. */
export const CHANNELS = ["email", "chat", "phone", "form", "letter", "social", "other"] as const;
export type Channel = (typeof CHANNELS)[number];

export const REVIEW_VERDICTS = ["approved", "edited", "rejected", "taken_over"] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** Why a reviewer rejects, as the agent is told. */
export const REJECT_PRESETS = [
  "wrong_facts",
  "wrong_tone",
  "not_allowed",
  "needs_more_information",
  "customer_is_answered_otherwise",
  "other",
] as const;
export type RejectPreset = (typeof REJECT_PRESETS)[number];

export const RELEASE_STATES = ["issued", "redeemed", "executed", "failed", "expired", "revoked"] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** What a person must look into. */
export const ALERT_TOPICS = [
  "release_not_executed",
  "release_not_reported",
  "release_failed",
  "webhook_failing",
  "cap_near",
  "cap_reached",
] as const;
export type AlertTopic = (typeof ALERT_TOPICS)[number];

export const NOTICE_MODES = ["each", "digest", "off"] as const;
export type NoticeMode = (typeof NOTICE_MODES)[number];

export const NOTICE_TOPICS = [
  "item_waiting",
  "item_due_soon",
  "item_escalated",
  "item_expired",
  "item_handed_over",
  "item_asked",
  "item_answered",
  "release_not_executed",
  "release_failed",
  "vendor_ending",
  "vendor_in_grace",
  "vendor_lapsed",
] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

export const WEBHOOK_TOPICS = [
  "hold_decided",
  "hold_asked",
  "hold_expired",
  "hold_withdrawn",
  "release_issued",
  "release_expired",
  "item_waiting",
  "item_due_soon",
  "item_escalated",
  "alert_raised",
] as const;
export type WebhookTopic = (typeof WEBHOOK_TOPICS)[number];

/** How far apart two treatments are from open: higher is stricter. */
export function strictness(treatment: FieldTreatment): number {
  return treatment === "withheld" ? TREATMENTS.length : TREATMENTS.indexOf(treatment);
}

/** The outcome that stands for a treatment in every table and picture. */
export function toOutcome(treatment: FieldTreatment): Outcome {
  if (treatment === "clear" || treatment === "withheld") return treatment;
  return "masked";
}
