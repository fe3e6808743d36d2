import type { TextSpan } from "./personal-data-score";

/** The simple way: five expressions, nothing else. */
const REGEXES = [
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
  /\b(?:\d[ -]?){12,18}\d\b/g,
  /\+?\(?\d[\d\s().-]{6,}\d(?:x\d+)?/g,
  /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g,
  /\b(?:\d{1,3}\.){3}\d{1,3}\b/g,
];

export function findByRegex(text: string): TextSpan[] {
  return REGEXES.flatMap((regex) =>
    [...text.matchAll(regex)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}
