/** Digits as people group them: "+49 (0)30 123-45" is the groups 49, 0, 30, 123 and 45. */

export type DigitGroup = {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** What stands between this group and the one before it, or null where that one belongs to something else. */
  readonly gap: string | null;
  /** The group touches a letter ("AB12", "12th"): it is part of a code or a word. */
  readonly isGlued: boolean;
};

const GROUP = /\p{Nd}+/gu;
const GAP = /^[\s\p{Cf}().\-/‐‑–—·]{1,4}$/u;
const LETTER = /[\p{L}\p{M}_]/u;

/** Digits of any script as ASCII digits: "٠١٢" is "012". */
export function toAsciiDigits(text: string): string {
  return /^[0-9]*$/.test(text)
    ? text
    : [...text].map((digit) => (/[0-9]/.test(digit) ? digit : String(toDigitValue(digit)))).join("");
}

/** Unicode keeps each script's ten digits side by side, zero first. */
function toDigitValue(digit: string): number {
  let code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return value;
}

export function toDigitGroups(text: string): readonly DigitGroup[] {
  const groups: DigitGroup[] = [];
  let lastEnd = -1;
  for (const match of text.matchAll(GROUP)) {
    const start = match.index;
    const end = start + match[0].length;
    const between = lastEnd < 0 || start - lastEnd > 4 ? null : text.slice(lastEnd, start);
    const gap = between !== null && GAP.test(between) && !between.includes("\n") ? between : null;
    const isGlued = LETTER.test(text[start - 1] ?? "") || LETTER.test(text[end] ?? "");
    groups.push({ start, end, digits: toAsciiDigits(match[0]), gap, isGlued });
    lastEnd = end;
  }
  return groups;
}
