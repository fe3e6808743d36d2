import { findAmounts, isAtLeast, readDecimal, type TriageAmount } from "./triage-amounts";
import { type TriageKind, type TriageReason, toTriageReason } from "./triage-kinds";
import { compilePhrases, findPhraseSpans, type PhraseList, toPhraseWords } from "./triage-phrases";
import type { TextReading } from "./triage-reading";

/** A steward's rule: it holds a message when every condition that it names is met, each by any of its values. A rule never lets a message through. */
export type TriageRule = {
  readonly name: string;
  readonly kind: TriageKind;
  /** Words or phrases; a closing "*" stands for any ending. */
  readonly phrases?: readonly string[] | undefined;
  /** An amount in the message or of the action. Without a currency it counts in all. */
  readonly amountMin?: { readonly amount: string; readonly currency?: string | undefined } | undefined;
  readonly customerFlags?: readonly string[] | undefined;
  /** Two-letter codes of languages that the message has words of. */
  readonly languages?: readonly string[] | undefined;
  readonly actionKinds?: readonly string[] | undefined;
  readonly channels?: readonly string[] | undefined;
};

/** What an agent means to do. */
export type TriageAction = {
  readonly kind: string;
  readonly amount?: string | undefined;
  readonly currency?: string | undefined;
};

export type RuleFacts = {
  readonly reading: TextReading;
  readonly customerFlags: readonly string[];
  readonly action: TriageAction | undefined;
  readonly channel: string | undefined;
};

/** What is wrong with a rule as a sentence, or null. A rule with a fault holds nothing, so it must not be stored. */
export function explainRuleFault(rule: TriageRule): string | null {
  const lists = [rule.phrases, rule.customerFlags, rule.languages, rule.actionKinds, rule.channels];
  if (rule.name.trim() === "") return "Give the rule a name.";
  if (lists.every((list) => list === undefined) && rule.amountMin === undefined) return "Name at least one condition.";
  if (lists.some((list) => list?.length === 0)) return "A condition needs at least one value; leave it out otherwise.";
  const empty = rule.phrases?.find((phrase) => toPhraseWords(phrase).length === 0);
  if (empty !== undefined) return "Each phrase needs at least one word.";
  if (rule.amountMin !== undefined && readDecimal(rule.amountMin.amount) === null) {
    return 'Write the amount as a plain number such as "500" or "99.50".';
  }
  return null;
}

/** The reasons that a rule gives, or none where a condition is not met. */
export function applyRule(rule: TriageRule, facts: RuleFacts): TriageReason[] {
  const conditions = [
    readPhrases(rule, facts),
    readAmounts(rule, facts),
    readFlags(rule, facts),
    readRuleLanguages(rule, facts),
    readActions(rule, facts),
    readChannels(rule, facts),
  ];
  const named = conditions.filter((condition) => condition !== undefined);
  const met = named.flatMap((reason) => (reason === null ? [] : [reason]));
  return named.length > 0 && met.length === named.length ? met : [];
}

/** Undefined where the rule does not name the condition, null where it is not met. */
type Condition = TriageReason | null | undefined;

const compiled = new WeakMap<readonly string[], PhraseList>();

function readPhrases({ phrases, name }: TriageRule, { reading }: RuleFacts): Condition {
  if (phrases === undefined) return undefined;
  const list = compiled.get(phrases) ?? compilePhrases(phrases);
  compiled.set(phrases, list);
  const spans = findPhraseSpans(reading.tokens, list);
  return spans.length === 0 ? null : toTriageReason("rule_phrase", { words: spans, it: name });
}

function readAmounts({ amountMin, name }: TriageRule, { reading, action }: RuleFacts): Condition {
  if (amountMin === undefined) return undefined;
  const least = readDecimal(amountMin.amount);
  if (least === null) return null;
  const large = [...findAmounts(reading.tokens, reading.original), ...toActionAmounts(action)].filter(
    ({ value, currency }) => isSameCurrency(currency, amountMin.currency) && isAtLeast(value, least),
  );
  const spans = large.flatMap(({ span }) => (span === null ? [] : [span]));
  return large.length === 0 ? null : toTriageReason("rule_amount", { words: spans, it: name });
}

function toActionAmounts(action: TriageAction | undefined): TriageAmount[] {
  const value = action?.amount === undefined ? null : readDecimal(action.amount);
  return value === null ? [] : [{ value, currency: action?.currency ?? null, span: null }];
}

/** An unnamed currency could be any. */
function isSameCurrency(found: string | null, wanted: string | undefined): boolean {
  return found === null || wanted === undefined || found.toUpperCase() === wanted.toUpperCase();
}

function readFlags({ customerFlags, name }: TriageRule, facts: RuleFacts): Condition {
  if (customerFlags === undefined) return undefined;
  const present = new Set(facts.customerFlags.map((flag) => flag.trim().toLowerCase()));
  const isMet = customerFlags.some((flag) => present.has(flag.trim().toLowerCase()));
  return isMet ? toTriageReason("rule_flag", { it: name }) : null;
}

function readRuleLanguages({ languages, name }: TriageRule, { reading }: RuleFacts): Condition {
  if (languages === undefined) return undefined;
  const isMet = languages.some((language) => reading.languages.languages.includes(language.trim().toLowerCase()));
  return isMet ? toTriageReason("rule_language", { it: name }) : null;
}

function readActions({ actionKinds, name }: TriageRule, { action }: RuleFacts): Condition {
  if (actionKinds === undefined) return undefined;
  const kind = action?.kind.trim().toLowerCase();
  const isMet = kind !== undefined && actionKinds.some((wanted) => wanted.trim().toLowerCase() === kind);
  return isMet ? toTriageReason("rule_action", { it: name }) : null;
}

function readChannels({ channels, name }: TriageRule, { channel }: RuleFacts): Condition {
  if (channels === undefined) return undefined;
  const used = channel?.trim().toLowerCase();
  const isMet = used !== undefined && channels.some((wanted) => wanted.trim().toLowerCase() === used);
  return isMet ? toTriageReason("rule_channel", { it: name }) : null;
}
