import type { DigitGroup } from "./personal-data-digits";
import type { Word } from "./personal-data-words";

/** Words and groups of digits in the order in which they stand. */
export type Atom = {
  readonly start: number;
  readonly end: number;
  /** The folded word, or the digits. */
  readonly folded: string;
  readonly isNumber: boolean;
  /** A capital, or a word of a text that has none. */
  readonly isCapital: boolean;
  readonly shape: Word["shape"] | "number";
  readonly isCommon: boolean;
  /** What stands before it, as far as it matters. */
  readonly gap: string;
};

const GAP_MAX = 12;

type AddAtom = (
  start: number,
  end: number,
  folded: string,
  shape: Atom["shape"],
  isCommon: boolean,
  isCaseless: boolean,
) => void;

export function toAtoms(text: string, words: readonly Word[], groups: readonly DigitGroup[]): readonly Atom[] {
  const atoms: Atom[] = [];
  let lastEnd = 0;
  let groupAt = 0;
  const add: AddAtom = (start, end, folded, shape, isCommon, isCaseless) => {
    const isCapital = shape !== "lower" && shape !== "number";
    const gap = text.slice(Math.max(lastEnd, start - GAP_MAX), start);
    atoms.push({
      start,
      isCommon,
      end,
      folded,
      shape,
      isNumber: shape === "number",
      isCapital: isCapital || (isCaseless && shape === "lower"),
      gap,
    });
    lastEnd = end;
  };
  for (const word of words) {
    for (; (groups[groupAt]?.start ?? Infinity) < word.start; groupAt += 1) addGroup(groups[groupAt], add);
    add(word.start, word.end, word.folded, word.shape, word.isCommon, word.writing.isCaseless);
  }
  for (; groupAt < groups.length; groupAt += 1) addGroup(groups[groupAt], add);
  return atoms;
}

function addGroup(group: DigitGroup | undefined, add: AddAtom): void {
  if (group !== undefined) add(group.start, group.end, group.digits, "number", false, false);
}
