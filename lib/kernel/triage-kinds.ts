/** What a message can be held for, in the order that breaks ties: the graver first. */
export const TRIAGE_KINDS = ["legal_issue", "payment_dispute", "complaint", "unusual_request"] as const;
export type TriageKind = (typeof TRIAGE_KINDS)[number];

/** A stretch of the original text in UTF-16 units: `text.slice(start, end)`. */
export type TriageSpan = { readonly start: number; readonly end: number };

/** Which of the texts: the newest message, the agent's draft, or the number of an earlier message in its list. */
export type TriagePlace = "message" | "draft" | number;

/** Why a kind was given: a stable code, the words that decided (none where the whole text did) and where they stand, one sentence for the reviewer. */
export type TriageReason = {
  readonly code: TriageReasonCode;
  readonly words: readonly TriageSpan[];
  readonly place: TriagePlace;
  readonly sentence: string;
};

export type TriageFinding = {
  readonly kind: TriageKind;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly TriageReason[];
};

/** One sentence for each reason; `{it}` stands for the kind, a rule's name or a number, never for a customer's words. */
export const TRIAGE_REASONS = {
  wording: "The wording is that of {it}.",
  low_confidence: "It is not clear that this is an ordinary message for this agent.",
  far_from_topics: "It is about something other than what this agent is for.",
  empty: "There is no text to judge.",
  no_words: "There are no words, only signs, numbers or pictures.",
  binary: "The text holds bytes that no person writes.",
  too_long: "It is longer than {it} characters, more than triage reads.",
  mixed_language: "It mixes languages, so triage cannot be sure of it.",
  unknown_language: "It is in a language that triage does not read.",
  prompt_like: "It gives the agent instructions about its own rules.",
  look_alike: "Letters were replaced by ones that look alike.",
  invisible: "Invisible characters stand inside words.",
  spelled_apart: "Words are spelled apart letter by letter.",
  hidden_markup: "The markup hides a part of the text from the reader.",
  thread_too_long: "The thread has more than {it} earlier messages of the customer, more than triage reads.",
  draft_money: "The draft promises money.",
  draft_fault: "The draft admits fault.",
  draft_advice: "The draft gives legal advice.",
  draft_unreadable: "The draft cannot be read as plain text.",
  amount_unreadable: "The amount of the action cannot be read.",
  rule_phrase: "The rule “{it}” names these words.",
  rule_amount: "The rule “{it}” holds amounts of this size.",
  rule_flag: "The rule “{it}” holds this customer's messages.",
  rule_language: "The rule “{it}” holds this language.",
  rule_channel: "The rule “{it}” holds this channel.",
  rule_action: "The rule “{it}” holds this action.",
  agent_asked: "The agent asked for a person.",
  policy_all: "This agent's review policy holds every message.",
  policy_action: "This agent's review policy holds this action.",
  classifier: "The external classifier takes it for {it}.",
  classifier_down: "The external classifier gave no usable answer, and doubt holds.",
} as const;
export type TriageReasonCode = keyof typeof TRIAGE_REASONS;

/** Each kind in a sentence. */
export const KIND_WORDS: Readonly<Record<TriageKind, string>> = {
  complaint: "a complaint",
  payment_dispute: "a payment dispute",
  legal_issue: "a legal issue",
  unusual_request: "an unusual request",
};

type ReasonParts = {
  readonly words?: readonly TriageSpan[];
  readonly it?: TriageKind | (string & {});
  readonly place?: TriagePlace;
};

export function toTriageReason(code: TriageReasonCode, parts: ReasonParts = {}): TriageReason {
  const { words = [], it = "", place = "message" } = parts;
  const name = (KIND_WORDS as Readonly<Record<string, string>>)[it] ?? it;
  return { code, words, place, sentence: TRIAGE_REASONS[code].replace("{it}", () => name) };
}
