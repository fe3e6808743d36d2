import { foldText } from "./column-fold";
import { isWholeText, readBefore } from "./personal-data-context";
import type { DigitGroup } from "./personal-data-digits";
import type { IdForm } from "./personal-data-id-form";
import { AMERICAN_IDS } from "./personal-data-id-forms-america";
import { ASIAN_IDS } from "./personal-data-id-forms-asia";
import { EUROPEAN_IDS } from "./personal-data-id-forms-europe";
import type { PersonalSpan } from "./personal-data-span";

type Compiled = { readonly form: IdForm; readonly pattern: RegExp; readonly cue: RegExp | null };

const FORMS: readonly Compiled[] = [...EUROPEAN_IDS, ...AMERICAN_IDS, ...ASIAN_IDS].map((form) => ({
  form,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${form.pattern})(?![\\p{L}\\p{N}]|[.,]\\d)`, "giu"),
  cue: form.cue === null ? null : new RegExp(`(?<![a-z])(?:${form.cue})(?![a-z])`),
}));

/** No form is longer than this on either side of one of its digits. */
const REACH = 24;
const CUE_REACH = 50;
const AFTER_REACH = 32;

/** Numbers and codes that states, health services and licence offices give to one person. */
export function findIds(text: string, groups: readonly DigitGroup[]): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const { start, end } of toIslands(text, groups)) {
    const island = text.slice(start, end);
    const nearby = foldText(text.slice(Math.max(0, start - CUE_REACH), end + AFTER_REACH));
    const isWhole = isWholeText(text, start, end);
    for (const { form, pattern, cue } of FORMS) {
      if (cue !== null && !isWhole && !cue.test(nearby)) continue;
      for (const match of island.matchAll(pattern)) {
        const span = { start: start + match.index, end: start + match.index + match[0].length };
        if (!isForm(text, span, match[0], form, cue)) continue;
        found.push({ ...span, type: form.type, score: form.cue === null && form.isValid === undefined ? 0.7 : 0.85 });
      }
    }
  }
  return found;
}

function isForm(
  text: string,
  { start, end }: { start: number; end: number },
  written: string,
  { isValid }: IdForm,
  cue: RegExp | null,
): boolean {
  // A code with letters that are not capitals is a word with a number beside it, unless the words announce it.
  const isShouted = !/\p{L}/u.test(written) || written === written.toUpperCase();
  const isAlone = isWholeText(text, start, end);
  if (!isAlone && !isShouted && /\s/.test(written)) return false;
  if (isValid !== undefined && !isValid(written.replace(/[\s./:_()-]/g, "").toUpperCase())) return false;
  if (isAlone) return true;
  const before = readBefore(text, start, CUE_REACH);
  if (cue !== null) return cue.test(before) || cue.test(foldText(readAfter(text, end)));
  return isShouted || /(?<![a-z])(?:number|nummer|numero|no|nr|id|code|is|es|ist|est)\W{0,3}$/.test(before);
}

/** "AAA123456 is my passport": the rest of the sentence may say what stood before it. */
function readAfter(text: string, end: number): string {
  return text.slice(end, end + AFTER_REACH).replace(/[.!?;,\n].*$/s, "");
}

/** The stretches of the text that have digits in them, with what may belong to the same code. */
function toIslands(text: string, groups: readonly DigitGroup[]): { start: number; end: number }[] {
  const islands: { start: number; end: number }[] = [];
  for (const group of groups) {
    const start = toWordStart(text, Math.max(0, group.start - REACH));
    const end = toWordEnd(text, Math.min(text.length, group.end + REACH));
    const last = islands.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else islands.push({ start, end });
  }
  return islands;
}

const WORD = /[\p{L}\p{N}]/u;

/** Back to where a word starts, so that no pattern sees half of one; a word without an end is cut. */
function toWordStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && from - at < REACH && WORD.test(text[at - 1] ?? "")) at -= 1;
  return at;
}

function toWordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < REACH && WORD.test(text[at] ?? "")) at += 1;
  return at;
}
