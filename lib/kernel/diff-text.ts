/** A run of lines or words that both texts have, that only the newer has, or that only the older had. */
export type DiffPart = { kind: "same" | "added" | "removed"; text: string };
/** A line of a comparison; a changed line comes as one removed and one added, each with the words that differ marked. */
export type DiffLine = { kind: "same" | "added" | "removed"; text: string; words: readonly DiffPart[] | null };

/** Beyond this many differences the rest is taken as replaced: the comparison stays fast for texts that share nothing. */
const DIFFERENCES_MAX = 1_500;

type Step = { kind: DiffPart["kind"]; item: string };

/** How far each path reached after a round: on diagonals from -round to round, found at `round + diagonal`. */
type Reach = Int32Array;

/** Where a path on a diagonal comes from: the diagonal above it (a line was added) or below it (one was removed). */
function isFromAbove(last: Reach, round: number, diagonal: number): boolean {
  if (diagonal === -round) return true;
  if (diagonal === round) return false;
  // In the round before, diagonal d lies at round - 1 + d.
  return (last[round - 2 + diagonal] ?? -1) < (last[round + diagonal] ?? -1);
}

/** The furthest reaching paths of E. W. Myers, "An O(ND) difference algorithm" (1986), round by round; null beyond the limit. */
function tracePaths(before: readonly string[], after: readonly string[]): Reach[] | null {
  const trace: Reach[] = [];
  let last: Reach = new Int32Array(1);
  for (let round = 0; round <= Math.min(before.length + after.length, DIFFERENCES_MAX); round += 1) {
    const reach = new Int32Array(2 * round + 1);
    for (let diagonal = -round; diagonal <= round; diagonal += 2) {
      const above = isFromAbove(last, round, diagonal);
      let x = round === 0 ? 0 : above ? (last[round + diagonal] ?? 0) : (last[round - 2 + diagonal] ?? 0) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      reach[round + diagonal] = x;
      if (x >= before.length && x - diagonal >= after.length) return [...trace, reach];
    }
    trace.push(reach);
    last = reach;
  }
  return null;
}

function walkBack(trace: readonly Reach[], before: readonly string[], after: readonly string[]): Step[] {
  const steps: Step[] = [];
  let x = before.length;
  let y = after.length;
  for (let round = trace.length - 1; round >= 0; round -= 1) {
    const diagonal = x - y;
    const last = trace[round - 1] ?? new Int32Array(1);
    const above = round > 0 && isFromAbove(last, round, diagonal);
    const from = above ? diagonal + 1 : diagonal - 1;
    const startX = round === 0 ? 0 : (last[round - 1 + from] ?? 0);
    const meetX = round === 0 ? 0 : above ? startX : startX + 1;
    while (x > meetX) {
      x -= 1;
      y -= 1;
      steps.push({ kind: "same", item: before[x] ?? "" });
    }
    if (round === 0) break;
    if (above) steps.push({ kind: "added", item: after[(y -= 1)] ?? "" });
    else steps.push({ kind: "removed", item: before[(x -= 1)] ?? "" });
  }
  return steps.reverse();
}

function diffItems(before: readonly string[], after: readonly string[]): Step[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const [oldEnd, newEnd] = [before.length - 1, after.length - 1];
  while (tail < before.length - head && tail < after.length - head && before[oldEnd - tail] === after[newEnd - tail])
    tail += 1;
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const trace = tracePaths(old, now);
  const middle: Step[] =
    trace === null
      ? [...old.map((item): Step => ({ kind: "removed", item })), ...now.map((item): Step => ({ kind: "added", item }))]
      : walkBack(trace, old, now);
  const same = (item: string): Step => ({ kind: "same", item });
  return [...before.slice(0, head).map(same), ...middle, ...before.slice(before.length - tail).map(same)];
}

function toParts(steps: readonly Step[]): DiffPart[] {
  const parts: DiffPart[] = [];
  for (const { kind, item } of steps) {
    const last = parts.at(-1);
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + item };
    else parts.push({ kind, text: item });
  }
  return parts;
}

/** Compares two texts word by word. The parts that are same or removed make the older text, those same or added the newer one. */
export function diffWords(before: string, after: string): DiffPart[] {
  const words = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
  return toParts(diffItems(words(before), words(after)));
}

/** Pairs the removed and added lines of one run, so that each pair shows which of its words differ. */
function pairRun(removed: readonly string[], added: readonly string[]): DiffLine[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index): DiffLine[] => {
    const [old, now] = [removed[index], added[index]];
    const words = old === undefined || now === undefined ? null : diffWords(old, now);
    const only = (kind: "added" | "removed") =>
      words?.filter((part) => part.kind === "same" || part.kind === kind) ?? null;
    return [
      ...(old === undefined ? [] : [{ kind: "removed" as const, text: old, words: only("removed") }]),
      ...(now === undefined ? [] : [{ kind: "added" as const, text: now, words: only("added") }]),
    ];
  }).flat();
}

/** Compares two texts line by line; lines that took each other's place are compared word by word as well. */
export function diffLines(before: string, after: string): DiffLine[] {
  const lines: DiffLine[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    lines.push(...pairRun(removed, added));
    [removed, added] = [[], []];
  };
  const split = (text: string): string[] => (text === "" ? [] : text.split("\n"));
  for (const { kind, item } of diffItems(split(before), split(after))) {
    if (kind === "removed") removed.push(item);
    else if (kind === "added") added.push(item);
    else {
      flush();
      lines.push({ kind, text: item, words: null });
    }
  }
  flush();
  return lines;
}
