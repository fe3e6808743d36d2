import { findGuardReasons } from "./triage-guards";
import {
  TRIAGE_KINDS,
  type TriageFinding,
  type TriageKind,
  type TriageReason,
  type TriageSpan,
  toTriageReason,
} from "./triage-kinds";
import { type ClassScores, scoreFeatures, TRIAGE_CLASSES, type TriageModel, weighTokens } from "./triage-model";
import type { TriagePolicy } from "./triage-policy";
import { readText, type TextPart, type TextReading, toParts } from "./triage-reading";
import { applyRule, type TriageAction, type TriageRule } from "./triage-rules";
import { compareTopics, type TopicReading } from "./triage-topics";

export type TriageInput = {
  /** The message, or the thread with the newest last. */
  readonly text: string;
  readonly channel?: string | undefined;
  /** What the agent is for, as registered: "card questions", "delivery". Empty means any customer service. */
  readonly ordinaryTopics: readonly string[];
  readonly rules: readonly TriageRule[];
  readonly policy: TriagePolicy;
  readonly customerFlags?: readonly string[] | undefined;
  readonly action?: TriageAction | undefined;
};

export type TriageResult = {
  readonly verdict: "proceed" | "hold";
  /** Each kind that holds the message, the highest score first; empty on "proceed". */
  readonly kinds: readonly TriageFinding[];
  /** How sure the verdict is, 0 to 1. */
  readonly confidence: number;
};

type ScoredPart = { readonly part: TextPart; readonly scores: ClassScores };
type Findings = Map<TriageKind, { score: number; reasons: TriageReason[] }>;

const FAR_SCORE = 0.75;
const LIKELY_MIN = 0.25;
const WORDS_MAX = 8;

/** Says whether a person must look at a message, for what, and which words decided. Doubt holds. Work is bounded for any text. */
export function triageMessage(input: TriageInput, model: TriageModel): TriageResult {
  const reading = readText(input.text);
  const topics = compareTopics(reading, input.ordinaryTopics);
  const findings: Findings = new Map();
  for (const reason of findGuardReasons(reading, input.action)) add(findings, "unusual_request", 1, reason);
  const facts = { reading, customerFlags: input.customerFlags ?? [], action: input.action };
  for (const rule of input.rules) {
    for (const reason of applyRule(rule, facts)) add(findings, rule.kind, 1, reason);
  }
  if (topics.place === "elsewhere" && !(FAR_SCORE < input.policy.thresholds.unusual_request)) {
    add(findings, "unusual_request", FAR_SCORE, toTriageReason("far_from_topics", topics.words));
  }
  const scored = toParts(reading, model.size).map((part) => ({
    part,
    scores: nearTopics(scoreFeatures(part.features, model), topics),
  }));
  addModelFindings(findings, scored, reading, input.policy, model);
  return toResult(findings, scored);
}

function add(findings: Findings, kind: TriageKind, score: number, reason: TriageReason): void {
  const found = findings.get(kind) ?? { score: 0, reasons: [] };
  found.score = Math.max(found.score, score);
  found.reasons.push(reason);
  findings.set(kind, found);
}

const NEAR_GAIN = 0.7;

/** A message near the agent's topics is a little less likely to be unusual. */
function nearTopics(scores: ClassScores, { place }: TopicReading): ClassScores {
  if (place !== "near") return scores;
  const unusual_request = shift(scores.unusual_request, -NEAR_GAIN);
  const isOnlyUnusual = TRIAGE_KINDS.every((kind) => kind === "unusual_request" || scores[kind] < LIKELY_MIN);
  return { ...scores, unusual_request, ordinary: isOnlyUnusual ? shift(scores.ordinary, NEAR_GAIN) : scores.ordinary };
}

function shift(score: number, by: number): number {
  const odds = (score / Math.max(1e-9, 1 - score)) * Math.exp(by);
  return odds / (1 + odds);
}

function addModelFindings(
  findings: Findings,
  scored: readonly ScoredPart[],
  reading: TextReading,
  policy: TriagePolicy,
  model: TriageModel,
): void {
  for (const kind of TRIAGE_KINDS) {
    const top = highest(scored, kind);
    // Written so that a threshold that is no number holds.
    if (top === null || top.scores[kind] < policy.thresholds[kind]) continue;
    add(findings, kind, top.scores[kind], toTriageReason("wording", findWords(top.part, kind, reading, model), kind));
  }
  const least = scored.reduce((lowest, each) => (each.scores.ordinary < lowest.scores.ordinary ? each : lowest));
  if (least.scores.ordinary >= policy.ordinaryMin) return;
  const likely = TRIAGE_KINDS.reduce((best, kind) => (least.scores[kind] > least.scores[best] ? kind : best));
  const isLikely = least.scores[likely] >= LIKELY_MIN;
  const kind = isLikely ? likely : "unusual_request";
  const score = isLikely ? least.scores[likely] : 1 - least.scores.ordinary;
  add(findings, kind, score, toTriageReason("low_confidence", findWords(least.part, kind, reading, model)));
}

function highest(scored: readonly ScoredPart[], kind: TriageKind): ScoredPart | null {
  let top: ScoredPart | null = null;
  for (const each of scored) if (top === null || each.scores[kind] > top.scores[kind]) top = each;
  return top;
}

/** The words that spoke most for the kind and against an ordinary message, neighbours joined, in the text's order. */
function findWords(part: TextPart, kind: TriageKind, reading: TextReading, model: TriageModel): TriageSpan[] {
  const added = weighTokens(part.features, part.count, kind, model);
  const most = Math.max(0, ...added);
  const chosen = added
    .map((weight, index) => ({ weight, index }))
    .filter(({ weight }) => weight > 0 && weight >= most * 0.35)
    .sort((left, right) => right.weight - left.weight || left.index - right.index)
    .slice(0, WORDS_MAX)
    .flatMap(({ index }) => reading.tokens[part.offset + index] ?? [])
    .sort((left, right) => left.start - right.start);
  const spans: TriageSpan[] = [];
  for (const { start, end } of chosen) {
    const previous = spans.at(-1);
    if (previous !== undefined && start - previous.end <= 1) {
      spans[spans.length - 1] = { start: previous.start, end: Math.max(previous.end, end) };
    } else spans.push({ start, end });
  }
  return spans;
}

function toResult(findings: Findings, scored: readonly ScoredPart[]): TriageResult {
  const kinds = TRIAGE_KINDS.flatMap((kind) => {
    const found = findings.get(kind);
    return found === undefined ? [] : [{ kind, score: round(found.score), reasons: found.reasons }];
  }).sort((left, right) => right.score - left.score);
  const [first] = kinds;
  if (first !== undefined) return { verdict: "hold", kinds, confidence: first.score };
  const ordinary = Math.min(...scored.map(({ scores }) => scores[TRIAGE_CLASSES[0]]));
  return { verdict: "proceed", kinds: [], confidence: round(ordinary) };
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
