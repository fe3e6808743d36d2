import { foldText } from "./column-fold";

/** How far before a value the words that say what it is may stand. */
const REACH = 60;

/** The folded words before a place in the text, as far back as one cue reaches; a blank line ends it. */
export function readBefore(text: string, start: number, reach = REACH): string {
  const before = text.slice(Math.max(0, start - reach), start);
  const paragraph = before.slice(before.lastIndexOf("\n\n") + 1);
  return /^[\0-\x7f]*$/.test(paragraph) ? paragraph.toLowerCase() : foldText(paragraph);
}

/** The message is this value and nothing else, as an answer to "What is your number?" is. */
export function isWholeText(text: string, start: number, end: number): boolean {
  return end - start > text.length - 8 && !/[\p{L}\p{N}]/u.test(text.slice(0, start) + text.slice(end));
}

/** The place in folded text where the last match of a cue ends, or -1. The cue must be a global expression. */
export function findLastCue(before: string, cue: RegExp): number {
  let last = -1;
  for (const match of before.matchAll(cue)) last = match.index + match[0].length;
  return last;
}
