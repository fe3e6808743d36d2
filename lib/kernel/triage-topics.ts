import { readConcepts } from "./triage-features";
import type { TriageSpan } from "./triage-kinds";
import { CONCEPTS, TRADES } from "./triage-lexicon";
import { normaliseText } from "./triage-normalise";
import type { TextReading } from "./triage-reading";
import { tokeniseText } from "./triage-tokens";
import { isLexiconWord } from "./triage-lexicon";

/** Where a message stands to an agent's topics: near one, about another trade, or neither. */
type TopicReading = { readonly place: "near" | "elsewhere" | "open"; readonly words: readonly TriageSpan[] };

type Topics = { readonly trades: ReadonlySet<number>; readonly stems: ReadonlySet<string> };

const STEM_LENGTH = 5;
const ELSEWHERE_MIN = 2;
const TRADE_NUMBERS: ReadonlySet<number> = new Set(TRADES.map((trade) => CONCEPTS.indexOf(trade)));
/** Accounts and apps, parcels and payments are part of nearly every trade. */
const EVERYWHERE: ReadonlySet<number> = new Set(
  (["login", "software", "shop", "parcel", "care"] as const).map((trade) => CONCEPTS.indexOf(trade)),
);
const cache = new WeakMap<readonly string[], Topics>();

export function compareTopics(reading: TextReading, ordinaryTopics: readonly string[]): TopicReading {
  const topics = cache.get(ordinaryTopics) ?? readTopics(ordinaryTopics);
  cache.set(ordinaryTopics, topics);
  if (topics.trades.size === 0 && topics.stems.size === 0) return { place: "open", words: [] };
  const near: TriageSpan[] = [];
  const elsewhere: TriageSpan[] = [];
  for (const [index, token] of reading.tokens.entries()) {
    if (token.kind !== "word") continue;
    const trades = (reading.concepts.at[index] ?? []).filter((concept) => TRADE_NUMBERS.has(concept));
    const span = { start: token.start, end: token.end };
    if (trades.some((trade) => topics.trades.has(trade)) || topics.stems.has(toStem(token.word))) near.push(span);
    else if (trades.length > 0 && !trades.some((trade) => EVERYWHERE.has(trade))) elsewhere.push(span);
  }
  if (near.length > 0) return { place: "near", words: near };
  const isElsewhere = elsewhere.length >= ELSEWHERE_MIN && topics.trades.size > 0;
  return isElsewhere ? { place: "elsewhere", words: elsewhere } : { place: "open", words: [] };
}

function readTopics(ordinaryTopics: readonly string[]): Topics {
  const { tokens } = tokeniseText(normaliseText(ordinaryTopics.join(" , ")), isLexiconWord);
  const trades = readConcepts(tokens).found.filter(({ concept }) => TRADE_NUMBERS.has(concept));
  const stems = tokens.filter(({ kind, word }) => kind === "word" && word.length >= 4).map(({ word }) => toStem(word));
  return { trades: new Set(trades.map(({ concept }) => concept)), stems: new Set(stems) };
}

function toStem(word: string): string {
  return word.slice(0, STEM_LENGTH);
}
