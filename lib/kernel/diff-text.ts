/** A run of lines or words that both texts have, that only the newer has, or that only the older had. */
export type DiffPart = { kind: "same" | "added" | "removed"; text: string };
/** A line of a comparison; a changed line comes as one removed and one added, each with the words that differ marked. */
export type DiffLine = { kind: "same" | "added" | "removed"; text: string; words: readonly DiffPart[] | null };

/** Beyond this many differences the rest is taken as replaced: the comparison stays fast for texts that share nothing. */
const DIFFERENCES_MAX = 1_500;

type Step = { kind: DiffPart["kind"]; item: string };

/** The furthest reaching paths of E. W. Myers, "An O(ND) difference algorithm" (1986), one map a round; null beyond the limit. */
function tracePaths(before: readonly string[], after: readonly string[]): Map<number, number>[] | null {
  const trace: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let rounds = 0; rounds <= Math.min(before.length + after.length, DIFFERENCES_MAX); rounds += 1) {
    trace.push(new Map(reach));
    const next = new Map(reach);
    for (let diagonal = -rounds; diagonal <= rounds; diagonal += 2) {
      const down = next.get(diagonal + 1) ?? -1;
      const right = next.get(diagonal - 1) ?? -1;
      let x = diagonal === -rounds || (diagonal !== rounds && right < down) ? down : right + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return trace;
    }
    reach = next;
  }
  return null;
}

function walkBack(trace: readonly Map<number, number>[], before: readonly string[], after: readonly string[]): Step[] {
  const steps: Step[] = [];
  let x = before.length;
  let y = after.length;
  for (let rounds = trace.length - 1; rounds >= 0; rounds -= 1) {
    const reach = trace[rounds];
    const diagonal = x - y;
    const down = reach?.get(diagonal + 1) ?? -1;
    const right = reach?.get(diagonal - 1) ?? -1;
    const from = diagonal === -rounds || (diagonal !== rounds && right < down) ? diagonal + 1 : diagonal - 1;
    const startX = rounds === 0 ? 0 : (reach?.get(from) ?? 0);
    const startY = rounds === 0 ? 0 : startX - from;
    while (x > startX && y > startY) {
      x -= 1;
      y -= 1;
      steps.push({ kind: "same", item: before[x] ?? "" });
    }
    if (rounds === 0) break;
    if (x === startX) steps.push({ kind: "added", item: after[(y -= 1)] ?? "" });
    else steps.push({ kind: "removed", item: before[(x -= 1)] ?? "" });
  }
  return steps.reverse();
}

function diffItems(before: readonly string[], after: readonly string[]): Step[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [old, now] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const trace = tracePaths(old, now);
  const middle: Step[] =
    trace === null
      ? [
          ...old.map((item): Step => ({ kind: "removed", item })),
          ...now.map((item): Step => ({ kind: "added", item })),
        ]
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
    const only = (kind: "added" | "removed") => words?.filter((part) => part.kind === "same" || part.kind === kind) ?? null;
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
