import { foldText } from "./column-fold";
import { isKnownWord } from "./column-vocabulary";

/** A column or table name as words: `shipping__address.line1` has two outer segments and the leaf `line`, `1`. */
export type NameTokens = {
  /** The words of the last path segment. */
  readonly leaf: readonly string[];
  /** The words of the path before it, nearest last; empty for a plain column. */
  readonly path: readonly string[];
  /** All words in order. */
  readonly all: readonly string[];
};

const FORMS = new Set(["value", "values", "formatted", "raw"]);
const NAME_LENGTH_MAX = 160;
const WORD_LENGTH_MAX = 40;

/** Splits snake_case, camelCase, kebab-case, paths, digits and glued known words ("custphone"). Only the first 160 characters are read. */
export function toNameTokens(name: string): NameTokens {
  const cleaned = name
    .slice(0, NAME_LENGTH_MAX)
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/'s\b/g, "");
  const segments = splitPath(cleaned)
    .map(toWords)
    .filter((words) => words.length > 0);
  // "first_name__value" says by its form word only how the first name is kept.
  if (segments.length > 1 && segments.at(-1)?.every((word) => FORMS.has(word))) segments.pop();
  const leaf = segments.at(-1) ?? [];
  const path = segments.slice(0, -1).flat();
  return { leaf, path, all: [...path, ...leaf] };
}

/** The words of free text (a comment), in order, without splitting glued ones. */
export function toPlainWords(text: string): string[] {
  return foldText(text.slice(0, NAME_LENGTH_MAX)).match(/[\p{L}]+|\d+/gu) ?? [];
}

function splitPath(name: string): string[] {
  const byDunder = name.split("__");
  if (byDunder.length > 1) return byDunder;
  // "a.b" is a path only when it reads like identifiers; "Sepal.Length" and "E.Mail" are single names.
  return /^[a-z][\w]*(\.[a-z][\w]*)+$/.test(name) && name.includes("_") ? name.split(".") : [name];
}

function toWords(segment: string): string[] {
  const spaced = segment.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
  const rough = foldText(spaced).match(/\p{L}+|\d+/gu) ?? [];
  return joinInitials(rough).flatMap(splitGlued);
}

/** "e mail" and "i d" are one word each however they were cased. */
function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const previous = joined.at(-1);
    if (previous !== undefined && previous.length === 1 && isKnownWord(previous + word) && word !== "address") {
      joined[joined.length - 1] = previous + word;
    } else joined.push(word);
  }
  return joined;
}

function splitGlued(word: string): string[] {
  if (word.length < 6 || word.length > WORD_LENGTH_MAX || isKnownWord(word)) return [word];
  return splitInto(word, 3) ?? [word];
}

const GLUE_ENDINGS = new Set(["id", "no", "nr", "dt", "at", "ts", "ip"]);

/** Longest known word first; every part is known and at least three letters, save a short ending such as "id". */
function splitInto(word: string, partsMax: number): string[] | null {
  if (isKnownWord(word) && word.length >= 3) return [word];
  if (partsMax === 1) return null;
  for (let cut = word.length - 2; cut >= 3; cut -= 1) {
    const left = word.slice(0, cut);
    if (!isKnownWord(left)) continue;
    const right = word.slice(cut);
    if (GLUE_ENDINGS.has(right)) return [left, right];
    const rest = right.length < 3 ? null : splitInto(right, partsMax - 1);
    if (rest !== null) return [left, ...rest];
  }
  return null;
}
