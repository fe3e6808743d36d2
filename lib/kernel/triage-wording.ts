import type { TriageFindings } from "./triage-findings";
import { TRIAGE_KINDS, type TriageKind, type TriagePlace, type TriageSpan, toTriageReason } from "./triage-kinds";
import { type ClassScores, scoreFeatures, type TriageModel, weighTokens } from "./triage-model";
import type { TriagePolicy } from "./triage-policy";
import { type TextPart, type TextReading, toParts } from "./triage-reading";

/** A text with the model's scores of it as a whole and, where it is long, of its parts. */
export type ScoredText = {
  readonly reading: TextReading;
  readonly parts: readonly ScoredPart[];
  readonly place: TriagePlace;
};
type ScoredPart = { readonly part: TextPart; readonly scores: ClassScores };

const LIKELY_MIN = 0.25;
/** A kind is also likely where it has so much of the scores of all kinds together. */
const LIKELY_SHARE_MIN = 0.5;
const NEAR_GAIN = 0.7;
const WORDS_MAX = 8;
const WORD_SHARE_MIN = 0.35;

export function scoreText(reading: TextReading, model: TriageModel, place: TriagePlace): ScoredText {
  const parts = toParts(reading, model.size).map((part) => ({ part, scores: scoreFeatures(part.features, model) }));
  return { reading, parts, place };
}

/** A message near the agent's topics is a little less likely to be unusual. */
export function scoreAsNear(text: ScoredText): ScoredText {
  return { ...text, parts: text.parts.map(({ part, scores }) => ({ part, scores: shiftToNear(scores) })) };
}

function shiftToNear(scores: ClassScores): ClassScores {
  const unusual_request = shift(scores.unusual_request, -NEAR_GAIN);
  const isOnlyUnusual = TRIAGE_KINDS.every((kind) => kind === "unusual_request" || scores[kind] < LIKELY_MIN);
  return { ...scores, unusual_request, ordinary: isOnlyUnusual ? shift(scores.ordinary, NEAR_GAIN) : scores.ordinary };
}

function shift(score: number, by: number): number {
  const odds = (score / Math.max(1e-9, 1 - score)) * Math.exp(by);
  return odds / (1 + odds);
}

/** How sure it is that all of the text is ordinary. */
export function scoreOrdinary({ parts }: ScoredText): number {
  return Math.min(...parts.map(({ scores }) => scores.ordinary));
}

/** The kinds that the text is scored for at least as high as the policy's threshold, or `scoreMin` where that is higher. */
export function addWordingFindings(
  findings: TriageFindings,
  text: ScoredText,
  policy: TriagePolicy,
  model: TriageModel,
  scoreMin = 0,
): void {
  for (const kind of TRIAGE_KINDS) {
    const top = findTop(text, kind);
    // Written so that a threshold that is no number holds.
    if (top.scores[kind] < Math.max(policy.thresholds[kind], scoreMin)) continue;
    const words = findWords(top.part, kind, text.reading, model);
    findings.add(kind, top.scores[kind], toTriageReason("wording", { words, it: kind, place: text.place }));
  }
}

/** Holds a text that is not surely ordinary, for the likeliest kind, or as unusual where none is likely. */
export function addDoubtFindings(
  findings: TriageFindings,
  text: ScoredText,
  policy: TriagePolicy,
  model: TriageModel,
): void {
  const ordinary = scoreOrdinary(text);
  if (ordinary >= policy.ordinaryMin) return;
  const tops = TRIAGE_KINDS.map((kind) => ({ kind, top: findTop(text, kind) }));
  const likely = tops.reduce((best, each) => (each.top.scores[each.kind] > best.top.scores[best.kind] ? each : best));
  const together = tops.reduce((sum, { kind, top }) => sum + top.scores[kind], 0);
  const isLikely = likely.top.scores[likely.kind] >= Math.min(LIKELY_MIN, together * LIKELY_SHARE_MIN);
  const kind = isLikely ? likely.kind : "unusual_request";
  const { part } = isLikely ? likely.top : findTop(text, "unusual_request");
  const words = findWords(part, kind, text.reading, model);
  findings.add(kind, 1 - ordinary, toTriageReason("low_confidence", { words, place: text.place }));
}

/** The part that is scored highest for a kind. */
function findTop({ parts }: ScoredText, kind: TriageKind): ScoredPart {
  return parts.reduce((best, each) => (each.scores[kind] > best.scores[kind] ? each : best));
}

/** The words that spoke most for the kind and against an ordinary message, neighbours joined, in the text's order. */
function findWords(part: TextPart, kind: TriageKind, reading: TextReading, model: TriageModel): TriageSpan[] {
  const added = weighTokens(part.features, part.count, kind, model);
  const most = Math.max(0, ...added);
  const chosen = added
    .map((weight, index) => ({ weight, index }))
    .filter(({ weight }) => weight > 0 && weight >= most * WORD_SHARE_MIN)
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
