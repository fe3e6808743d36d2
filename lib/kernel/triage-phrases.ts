import type { TriageSpan } from "./triage-kinds";
import { isLexiconWord } from "./triage-lexicon";
import { normaliseText } from "./triage-normalise";
import { type TriageToken, tokeniseText } from "./triage-tokens";

/** Phrases by their first words, read as messages are: case, accents and look-alike letters make no difference; "chargeback*" is any word that begins so. */
export type PhraseList = {
  readonly byWord: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly openers: readonly (readonly string[])[];
};

export function compilePhrases(phrases: readonly string[]): PhraseList {
  const byWord = new Map<string, (readonly string[])[]>();
  const openers: (readonly string[])[] = [];
  for (const phrase of phrases) {
    const words = toPhraseWords(phrase);
    const [first] = words;
    if (first === undefined) continue;
    if (first.endsWith("*")) openers.push(words);
    else byWord.set(first, [...(byWord.get(first) ?? []), words]);
  }
  return { byWord, openers };
}

/** Empty where the phrase has no word in it. */
export function toPhraseWords(phrase: string): string[] {
  return phrase
    .trim()
    .split(/\s+/)
    .flatMap((piece) => {
      const words = tokeniseText(normaliseText(piece.replace(/\*$/, "")), isLexiconWord).tokens.map(
        (token) => token.word,
      );
      const last = words.pop();
      return last === undefined ? words : [...words, piece.endsWith("*") ? `${last}*` : last];
    });
}

/** Where phrases of the list stand in the original text. */
export function findPhraseSpans(tokens: readonly TriageToken[], list: PhraseList): TriageSpan[] {
  const spans: TriageSpan[] = [];
  for (const [index, token] of tokens.entries()) {
    const candidates = list.byWord.get(token.word) ?? [];
    for (const words of [...candidates, ...list.openers]) {
      if (!words.every((word, offset) => matchesWord(tokens[index + offset]?.word, word))) continue;
      const last = tokens[index + words.length - 1] ?? token;
      spans.push({ start: token.start, end: Math.max(token.end, last.end) });
    }
  }
  return spans;
}

function matchesWord(word: string | undefined, wanted: string): boolean {
  if (word === undefined) return false;
  return wanted.endsWith("*") ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
}
