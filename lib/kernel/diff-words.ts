/** A stretch that both texts have, that only the earlier has, or that only the later has. */
export type WordChange = { readonly kind: "same" | "gone" | "new"; readonly text: string };

/** Words, runs of white space and single signs, so that a changed comma is not a changed sentence. */
const TOKENS = /[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

/** Above so many pairs to compare, what lies between the equal ends counts as replaced as a whole. */
const PAIRS_MAX = 4_000_000;

function countEqualStart(left: readonly string[], right: readonly string[]): number {
  const shorter = Math.min(left.length, right.length);
  let count = 0;
  while (count < shorter && left[count] === right[count]) count += 1;
  return count;
}

/** For each place in both, how long the longest common row of tokens from there on is; one row of the table after the other. */
function toCommonLengths(left: readonly string[], right: readonly string[]): Uint16Array {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      lengths[at] =
        left[row] === right[column]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  return lengths;
}

function diffMiddle(left: readonly string[], right: readonly string[]): WordChange[] {
  if (left.length * right.length > PAIRS_MAX) {
    return [
      { kind: "gone", text: left.join("") },
      { kind: "new", text: right.join("") },
    ];
  }
  const lengths = toCommonLengths(left, right);
  const width = right.length + 1;
  const changes: WordChange[] = [];
  let row = 0;
  let column = 0;
  while (row < left.length || column < right.length) {
    const gone = left[row];
    const added = right[column];
    const below = lengths[(row + 1) * width + column] ?? 0;
    const beside = lengths[row * width + column + 1] ?? 0;
    if (gone !== undefined && gone === added) {
      changes.push({ kind: "same", text: gone });
      row += 1;
      column += 1;
    } else if (gone !== undefined && (added === undefined || below >= beside)) {
      changes.push({ kind: "gone", text: gone });
      row += 1;
    } else if (added !== undefined) {
      changes.push({ kind: "new", text: added });
      column += 1;
    }
  }
  return changes;
}

/** Neighbours of one kind become one; between two equal stretches what is gone stands before what is new. */
function joinChanges(changes: readonly WordChange[]): WordChange[] {
  const joined: WordChange[] = [];
  let gone = "";
  let added = "";
  let same = "";
  const endChange = () => {
    if (gone !== "") joined.push({ kind: "gone", text: gone });
    if (added !== "") joined.push({ kind: "new", text: added });
    gone = "";
    added = "";
  };
  const endSame = () => {
    if (same !== "") joined.push({ kind: "same", text: same });
    same = "";
  };
  for (const { kind, text } of changes) {
    if (kind === "same") endChange();
    else endSame();
    if (kind === "same") same += text;
    else if (kind === "gone") gone += text;
    else added += text;
  }
  endChange();
  endSame();
  return joined;
}

/** What became of a text, word by word. Joined, all but the new ones are `before` and all but the gone ones are `after`. */
export function diffWords(before: string, after: string): WordChange[] {
  const left: string[] = before.match(TOKENS) ?? [];
  const right: string[] = after.match(TOKENS) ?? [];
  const start = countEqualStart(left, right);
  const end = countEqualStart(left.slice(start).reverse(), right.slice(start).reverse());
  return joinChanges([
    { kind: "same", text: left.slice(0, start).join("") },
    ...diffMiddle(left.slice(start, left.length - end), right.slice(start, right.length - end)),
    { kind: "same", text: left.slice(left.length - end).join("") },
  ]);
}
