import { FEELING_WORDS } from "./triage-lexicon-feeling";
import { LAW_WORDS } from "./triage-lexicon-law";
import { MONEY_WORDS } from "./triage-lexicon-money";
import { SPEECH_WORDS } from "./triage-lexicon-speech";
import { SERVICE_WORDS, TRADE_WORDS } from "./triage-lexicon-trade";
import { WORLD_WORDS } from "./triage-lexicon-world";
import { normaliseText } from "./triage-normalise";

const ALL_WORDS = {
  ...FEELING_WORDS,
  ...MONEY_WORDS,
  ...LAW_WORDS,
  ...TRADE_WORDS,
  ...SERVICE_WORDS,
  ...WORLD_WORDS,
  ...SPEECH_WORDS,
} as const;
export type Concept = keyof typeof ALL_WORDS;
export const CONCEPTS = Object.keys(ALL_WORDS) as readonly Concept[];
export const TRADES = Object.keys(TRADE_WORDS) as readonly Concept[];

const PREFIX_KEY_LENGTH = 3;
const PHRASE_WORDS_MAX = 4;

/** A phrase's further words, and the number of its concept in CONCEPTS. */
type Phrase = { readonly rest: readonly string[]; readonly concept: number };

const exact = new Map<string, number[]>();
const prefixes = new Map<string, { stem: string; concept: number }[]>();
const phrases = new Map<string, Phrase[]>();
const wordCache = new Map<string, readonly number[]>();
const WORD_CACHE_MAX = 20_000;

for (const [concept, name] of CONCEPTS.entries()) {
  for (const entry of ALL_WORDS[name].split(",")) addEntry(entry, concept);
}

function addEntry(entry: string, concept: number): void {
  const words = normaliseText(entry)
    .text.replaceAll("'", "")
    .split(/[\s-]+/)
    .filter((word) => word !== "");
  const [first = "", ...rest] = words;
  if (rest.length > 0) {
    phrases.set(first, [...(phrases.get(first) ?? []), { rest: rest.slice(0, PHRASE_WORDS_MAX), concept }]);
  } else if (first.endsWith("*")) {
    const stem = first.slice(0, -1);
    const key = stem.slice(0, PREFIX_KEY_LENGTH);
    prefixes.set(key, [...(prefixes.get(key) ?? []), { stem, concept }]);
  } else if (first !== "") {
    exact.set(first, [...(exact.get(first) ?? []), concept]);
  }
}

/** The numbers in CONCEPTS that a word stands for. */
export function findConcepts(word: string): readonly number[] {
  const known = wordCache.get(word);
  if (known !== undefined) return known;
  const found = new Set(exact.get(word));
  for (const length of [2, PREFIX_KEY_LENGTH]) {
    for (const { stem, concept } of prefixes.get(word.slice(0, length)) ?? []) {
      if (word.startsWith(stem)) found.add(concept);
    }
  }
  const concepts = [...found];
  if (wordCache.size >= WORD_CACHE_MAX) wordCache.clear();
  wordCache.set(word, concepts);
  return concepts;
}

/** The phrases that start at `index`: how many words each takes, and its concept. */
export function findPhrases(words: readonly string[], index: number): readonly { length: number; concept: number }[] {
  const candidates = phrases.get(words[index] ?? "");
  if (candidates === undefined) return [];
  return candidates
    .filter(({ rest }) => rest.every((part, offset) => matchesPart(words[index + 1 + offset], part)))
    .map(({ rest, concept }) => ({ length: rest.length + 1, concept }));
}

function matchesPart(word: string | undefined, part: string): boolean {
  if (word === undefined) return false;
  return part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part;
}

export function isLexiconWord(word: string): boolean {
  return findConcepts(word).length > 0 || phrases.has(word);
}
