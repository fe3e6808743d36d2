import { type ConceptReading, extractFeatures, readConcepts, type TriageFeatures } from "./triage-features";
import { type LanguageReading, readLanguages } from "./triage-languages";
import { isLexiconWord } from "./triage-lexicon";
import { type NormalText, normaliseText } from "./triage-normalise";
import { type TokenisedText, tokeniseText, type TriageToken } from "./triage-tokens";

/** Triage reads this much of a text: the beginning and, twice as much, the end, where the newest of a thread stands. */
export const TRIAGE_LENGTH_MAX = 12_000;
const HEAD_LENGTH = 4_000;
/** Longer texts are also judged part by part, so that one sentence in a long thread is not drowned. */
const PART_TOKENS = 60;
const PART_STEP = 40;

/** A text as the rules and the model see it. */
export type TextReading = {
  readonly original: string;
  readonly isCut: boolean;
  readonly normal: NormalText;
  readonly tokenised: TokenisedText;
  readonly tokens: readonly TriageToken[];
  readonly concepts: ConceptReading;
  readonly languages: LanguageReading;
};

export function readText(original: string): TextReading {
  const isCut = original.length > TRIAGE_LENGTH_MAX;
  const normal = isCut ? normaliseEnds(original) : normaliseText(original);
  const tokenised = tokeniseText(normal, isLexiconWord);
  const { tokens } = tokenised;
  return {
    original,
    isCut,
    normal,
    tokenised,
    tokens,
    concepts: readConcepts(tokens),
    languages: readLanguages(tokens),
  };
}

function normaliseEnds(original: string): NormalText {
  const tailStart = original.length - (TRIAGE_LENGTH_MAX - HEAD_LENGTH);
  const head = normaliseText(original.slice(0, HEAD_LENGTH));
  const tail = normaliseText(original.slice(tailStart));
  return {
    text: `${head.text}\n${tail.text}`,
    starts: [...head.starts, HEAD_LENGTH, ...tail.starts.map((start) => start + tailStart)],
    ends: [...head.ends, HEAD_LENGTH, ...tail.ends.map((end) => end + tailStart)],
    isUpper: [...head.isUpper, false, ...tail.isUpper],
    invisibleCount: head.invisibleCount + tail.invisibleCount,
    controlCount: head.controlCount + tail.controlCount,
    isHiding: head.isHiding || tail.isHiding,
  };
}

/** A stretch of tokens with its features; `offset` is the number of its first token. */
export type TextPart = { readonly offset: number; readonly count: number; readonly features: TriageFeatures };

/** The whole text first, then its overlapping parts where it is long. */
export function toParts({ tokens }: TextReading, size: number): TextPart[] {
  const parts = [toPart(tokens, 0, tokens.length, size)];
  if (tokens.length <= PART_TOKENS) return parts;
  for (let offset = 0; offset < tokens.length; offset += PART_STEP) {
    const end = Math.min(tokens.length, offset + PART_TOKENS);
    parts.push(toPart(tokens, Math.max(0, end - PART_TOKENS), end, size));
    if (end === tokens.length) break;
  }
  return parts;
}

function toPart(tokens: readonly TriageToken[], offset: number, end: number, size: number): TextPart {
  const part = tokens.slice(offset, end);
  return { offset, count: part.length, features: extractFeatures(part, readConcepts(part), size) };
}
