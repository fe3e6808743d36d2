import { CONCEPTS, findConcepts, findPhrases } from "./triage-lexicon";
import type { TriageToken } from "./triage-tokens";

/** Numbers of features, their values, and the tokens they came from; -1 stands for the whole text. */
export type TriageFeatures = {
  readonly index: readonly number[];
  readonly value: readonly number[];
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** Where the families end: words, parts of words, concepts, shape. */
  readonly familyEnds: readonly number[];
};

/** The concepts of each token, a phrase's on all its words. */
export type ConceptReading = { readonly at: readonly (readonly number[])[]; readonly found: readonly FoundConcept[] };
type FoundConcept = { readonly concept: number; readonly first: number; readonly last: number };

/** Concepts and counts have the first part of the table to themselves; words and their parts share the rest. */
const CONCEPT_SPACE = 8192;
const PAIR_WINDOW = 4;
const GRAM_MIN = 3;
const GRAM_MAX = 5;
const FAMILY_WEIGHTS = { word: 1, part: 1, concept: 1.1, shape: 0.4 } as const;
const POSITIVE =
  /[\u{1f600}-\u{1f60f}\u{1f970}\u{1f929}\u{1f618}\u{1f44d}\u{1f44f}\u{1f64c}\u{1f64f}\u{2764}\u{1f495}\u{1f496}\u{1f389}\u{1f60d}\u{2728}]/u;
const NEGATIVE =
  /[\u{1f620}-\u{1f62d}\u{1f610}-\u{1f615}\u{1f641}\u{2639}\u{1f44e}\u{1f92c}\u{1f644}\u{1f926}\u{1f612}\u{1f614}\u{1f61e}\u{1f494}\u{1f595}]/u;

export function readConcepts(tokens: readonly TriageToken[]): ConceptReading {
  const words = tokens.map((token) => (token.kind === "word" ? token.word : token.kind));
  const at: number[][] = tokens.map(() => []);
  const found: FoundConcept[] = [];
  const put = (concept: number, first: number, last: number) => {
    found.push({ concept, first, last });
    for (let index = first; index <= last; index += 1) if (!at[index]?.includes(concept)) at[index]?.push(concept);
  };
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "word") continue;
    for (const { length, concept } of findPhrases(words, index)) put(concept, index, index + length - 1);
    for (const concept of findConcepts(token.word)) if (!at[index]?.includes(concept)) put(concept, index, index);
  }
  return { at, found };
}

class FeatureWriter {
  readonly index: number[] = [];
  readonly value: number[] = [];
  readonly first: number[] = [];
  readonly last: number[] = [];
  readonly familyEnds: number[] = [];

  constructor(private readonly size: number) {}

  addConcept(hash: number, first: number, last: number): void {
    this.add((hash >>> 0) % CONCEPT_SPACE, first, last);
  }

  addWord(hash: number, first: number, last: number): void {
    this.add(CONCEPT_SPACE + ((hash >>> 0) % (this.size - CONCEPT_SPACE)), first, last);
  }

  private add(index: number, first: number, last: number): void {
    this.index.push(index);
    this.value.push(1);
    this.first.push(first);
    this.last.push(last);
  }

  /** Gives the features since the last call the same length together, however many they are. */
  closeFamily(weight: number): void {
    const start = this.familyEnds.at(-1) ?? 0;
    const count = this.index.length - start;
    this.value.fill(count === 0 ? 0 : weight / Math.sqrt(count), start);
    this.familyEnds.push(this.index.length);
  }
}

/** Words, pairs of words, their parts, concepts and pairs of concepts, and the text's shape, in a table of `size` places. */
export function extractFeatures(
  tokens: readonly TriageToken[],
  concepts: ConceptReading,
  size: number,
): TriageFeatures {
  const writer = new FeatureWriter(size);
  const hashes = tokens.map((token) => hashText(toSymbol(token), 1));
  addWords(writer, hashes);
  writer.closeFamily(FAMILY_WEIGHTS.word);
  for (const [index, token] of tokens.entries()) if (token.kind === "word") addParts(writer, token.word, index);
  writer.closeFamily(FAMILY_WEIGHTS.part);
  addConcepts(writer, concepts, hashes);
  writer.closeFamily(FAMILY_WEIGHTS.concept);
  addShape(writer, tokens, concepts);
  writer.closeFamily(FAMILY_WEIGHTS.shape);
  return writer;
}

function toSymbol(token: TriageToken): string {
  return token.kind === "word" ? token.word : token.kind === "emoji" ? `~${token.word}` : `~${token.kind}`;
}

function addWords(writer: FeatureWriter, hashes: readonly number[]): void {
  for (const [index, hash] of hashes.entries()) {
    writer.addWord(hash, index, index);
    const next = hashes[index + 1];
    if (next !== undefined) writer.addWord(mix(hash, next, 2), index, index + 1);
  }
}

function addParts(writer: FeatureWriter, word: string, at: number): void {
  if (word.length < 4) return;
  const padded = `<${word}>`;
  for (let start = 0; start < padded.length - GRAM_MIN + 1; start += 1) {
    let hash = 0x2f0b4f47;
    for (let length = 1; length <= GRAM_MAX && start + length <= padded.length; length += 1) {
      hash = Math.imul(hash ^ padded.charCodeAt(start + length - 1), 0x01000193);
      if (length >= GRAM_MIN) writer.addWord(finish(hash), at, at);
    }
  }
}

function addConcepts(writer: FeatureWriter, { at, found }: ConceptReading, hashes: readonly number[]): void {
  const present = [...new Set(found.map(({ concept }) => concept))];
  for (const { concept, first, last } of found) writer.addConcept(mix(concept, 0, 3), first, last);
  for (const [position, left] of present.entries()) {
    for (const right of present.slice(position + 1)) {
      writer.addConcept(mix(Math.min(left, right), Math.max(left, right), 4), -1, -1);
    }
  }
  for (const [index, here] of at.entries()) {
    for (let next = index + 1; next <= index + PAIR_WINDOW && next < at.length; next += 1) {
      for (const left of here) for (const right of at[next] ?? []) writer.addConcept(mix(left, right, 5), index, next);
    }
    const previous = hashes[index - 1];
    if (previous !== undefined) for (const concept of here) writer.addWord(mix(previous, concept, 6), index - 1, index);
    const following = hashes[index + 1];
    if (following !== undefined)
      for (const concept of here) writer.addWord(mix(concept, following, 7), index, index + 1);
  }
}

function addShape(writer: FeatureWriter, tokens: readonly TriageToken[], concepts: ConceptReading): void {
  const add = (name: string) => writer.addConcept(hashText(name, 8), -1, -1);
  add("always");
  add(`length ${Math.min(9, Math.floor(Math.log2(tokens.length + 1) * 1.5))}`);
  for (const kind of ["number", "handle", "url", "email", "emoji"] as const) {
    if (tokens.some((token) => token.kind === kind)) add(kind);
  }
  const shouted = tokens.filter((token) => token.isShouted).length;
  if (shouted >= 2 && shouted * 4 >= tokens.length) add("shouted");
  if (tokens.some((token) => token.isHashtag)) add("hashtag");
  if (tokens.some((token) => token.kind === "emoji" && POSITIVE.test(token.word))) add("smiling");
  if (tokens.some((token) => token.kind === "emoji" && NEGATIVE.test(token.word))) add("frowning");
  const words = tokens.filter((token) => token.kind === "word").length;
  const silent = concepts.at.filter((here, index) => here.length === 0 && (tokens[index]?.word.length ?? 0) > 3).length;
  add(`silent ${Math.round((4 * silent) / Math.max(1, words))}`);
  const [first] = concepts.at;
  for (const concept of first ?? []) add(`first ${CONCEPTS[concept]}`);
}

/** FNV-1a over UTF-16 units. */
export function hashText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return finish(hash);
}

function mix(left: number, right: number, seed: number): number {
  return finish(Math.imul(left ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(right + seed, 0xc2b2ae35) ^ (seed << 13));
}

function finish(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b);
  return twice ^ (twice >>> 16);
}
