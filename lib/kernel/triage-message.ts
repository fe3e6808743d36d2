import { findDraftReasons } from "./triage-draft";
import { roundScore, TriageFindings } from "./triage-findings";
import { findGuardReasons } from "./triage-guards";
import { type TriageFinding, type TriageReason, toTriageReason } from "./triage-kinds";
import type { TriageModel } from "./triage-model";
import type { TriagePolicy } from "./triage-policy";
import { readText, type TextReading } from "./triage-reading";
import { applyRule, type TriageAction, type TriageRule } from "./triage-rules";
import { compareTopics } from "./triage-topics";
import {
  addDoubtFindings,
  addWordingFindings,
  type ScoredText,
  scoreAsNear,
  scoreOrdinary,
  scoreText,
} from "./triage-wording";

export type ThreadMessage = { readonly from: "customer" | "agent" | "person"; readonly text: string };

export type TriageInput = {
  /** The customer's newest message. */
  readonly text: string;
  /** What was written before it, the newest last. Only what the customer wrote is judged, and more mildly than `text`. */
  readonly earlier?: readonly ThreadMessage[] | undefined;
  /** "email", "chat" and the like, for rules that name channels. */
  readonly channel?: string | undefined;
  /** What the agent is for, as registered: "card questions", "delivery". Empty means any customer service. */
  readonly ordinaryTopics: readonly string[];
  readonly rules: readonly TriageRule[];
  readonly policy: TriagePolicy;
  readonly customerFlags?: readonly string[] | undefined;
  readonly action?: TriageAction | undefined;
  /** The reply that the agent means to send. */
  readonly draft?: string | undefined;
};

export type TriageResult = {
  readonly verdict: "proceed" | "hold";
  /** Each kind that holds the message, the highest score first; empty on "proceed". */
  readonly kinds: readonly TriageFinding[];
  /** How sure the verdict is, 0 to 1. */
  readonly confidence: number;
};

const FAR_SCORE = 0.75;
/** Earlier messages were judged when they came: only a plain case holds again. */
const EARLIER_SCORE_MIN = 0.9;
const EARLIER_MAX = 20;

type EarlierText = { readonly reading: TextReading; readonly place: number };

/** Says whether a person must look at a message, for what, and which words decided. Doubt holds. Work is bounded for any text. */
export function triageMessage(input: TriageInput, model: TriageModel): TriageResult {
  const findings = new TriageFindings();
  const reading = readText(input.text);
  const earlier = readEarlier(input, findings);
  for (const reason of findGuardReasons(reading, input.action)) findings.add("unusual_request", 1, reason);
  addRuleFindings(findings, input, reading, earlier);
  for (const { kind, reason } of findDraftReasons(input.draft)) findings.add(kind, 1, reason);
  const newest = scoreNewest(findings, input, reading, model);
  addWordingFindings(findings, newest, input.policy, model);
  addDoubtFindings(findings, newest, input.policy, model);
  for (const { reading: before, place } of earlier) {
    addWordingFindings(findings, scoreText(before, model, place), input.policy, model, EARLIER_SCORE_MIN);
  }
  return toResult(findings, newest);
}

/** The customer's earlier messages, the newest first. */
function readEarlier({ earlier = [] }: TriageInput, findings: TriageFindings): EarlierText[] {
  const written = earlier.flatMap(({ from, text }, place) => (from === "customer" ? [{ text, place }] : [])).reverse();
  if (written.length > EARLIER_MAX) {
    findings.add("unusual_request", 1, toTriageReason("thread_too_long", { it: String(EARLIER_MAX) }));
  }
  return written.slice(0, EARLIER_MAX).map(({ text, place }) => ({ reading: readText(text), place }));
}

/** Each rule once, for the newest of the customer's messages that meets it. */
function addRuleFindings(
  findings: TriageFindings,
  { rules, customerFlags = [], action, channel }: TriageInput,
  reading: TextReading,
  earlier: readonly EarlierText[],
): void {
  const texts = [{ reading, place: "message" as const }, ...earlier];
  for (const rule of rules) {
    for (const { reading: text, place } of texts) {
      const reasons = applyRule(rule, { reading: text, customerFlags, action, channel });
      if (reasons.length === 0) continue;
      for (const reason of reasons) findings.add(rule.kind, 1, { ...reason, place } satisfies TriageReason);
      break;
    }
  }
}

function scoreNewest(
  findings: TriageFindings,
  input: TriageInput,
  reading: TextReading,
  model: TriageModel,
): ScoredText {
  const topics = compareTopics(reading, input.ordinaryTopics);
  if (topics.place === "elsewhere" && !(FAR_SCORE < input.policy.thresholds.unusual_request)) {
    findings.add("unusual_request", FAR_SCORE, toTriageReason("far_from_topics", { words: topics.words }));
  }
  const scored = scoreText(reading, model, "message");
  return topics.place === "near" ? scoreAsNear(scored) : scored;
}

function toResult(findings: TriageFindings, newest: ScoredText): TriageResult {
  const kinds = findings.toList();
  const [first] = kinds;
  if (first !== undefined) return { verdict: "hold", kinds, confidence: first.score };
  return { verdict: "proceed", kinds: [], confidence: roundScore(scoreOrdinary(newest)) };
}
