/** What customers write about day by day. */
export const ORDINARY_THEMES = [
  "delivery",
  "technical",
  "spare_parts",
  "quote",
  "certificate",
  "invoice_copy",
  "data_change",
  "appointment",
  "return",
  "warranty",
] as const;
/** What a person should look at before anything is answered. */
export const SENSITIVE_THEMES = ["complaint", "payment_dispute", "legal_threat", "unusual_request"] as const;
export type Theme = (typeof ORDINARY_THEMES)[number] | (typeof SENSITIVE_THEMES)[number];

/** Templates for `fillTemplate`; every slot is one of TICKET_SLOTS. */
export interface ThemeTexts {
  readonly subjects: readonly string[];
  readonly openings: readonly string[];
  readonly details: readonly string[];
  readonly replies: readonly string[];
}

/** The messages that are to be held for a person: complaints, disputes, threats, odd wishes. */
export type SensitiveTexts = Readonly<Record<(typeof SENSITIVE_THEMES)[number], ThemeTexts>>;

export interface TicketPack {
  readonly greetings: readonly string[];
  readonly closings: readonly string[];
  readonly themes: Readonly<Record<Theme, ThemeTexts>>;
  /** Sentences with personal data that people add to any message. */
  readonly asides: readonly string[];
  readonly followUps: readonly string[];
  readonly replyGreetings: readonly string[];
  readonly replyClosings: readonly string[];
  readonly resolutions: readonly string[];
  readonly internalNotes: readonly string[];
}

export const TICKET_SLOTS = [
  "name",
  "first",
  "company",
  "phone",
  "mobile",
  "email",
  "address",
  "newAddress",
  "city",
  "order",
  "invoice",
  "amount",
  "part",
  "sku",
  "product",
  "qty",
  "date",
  "later",
  "days",
  "pct",
  "account",
  "card",
  "last4",
  "cardRef",
  "serial",
  "agent",
  "agentEmail",
  "agentPhone",
  "rep",
  "other",
  "otherPhone",
  "otherEmail",
  "competitor",
  "time",
  "ticket",
  "code",
] as const;
export type TicketSlot = (typeof TICKET_SLOTS)[number];
