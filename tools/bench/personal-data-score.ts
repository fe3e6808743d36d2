export type TextSpan = { readonly start: number; readonly end: number };
type LabelledSpan = TextSpan & { readonly type: string; readonly must: boolean };
/** A text with its marked values, in UTF-16 offsets. */
export type Labelled = { readonly text: string; readonly spans: readonly LabelledSpan[] };

const READABLE = /[\p{L}\p{N}]/u;

/** One JSON row a line; its offsets are in code points, as Python counts, and are turned into UTF-16. */
export function readLabelled(jsonLines: string): Labelled[] {
  return jsonLines
    .trim()
    .split("\n")
    .map((line) => {
      const row = JSON.parse(line) as Labelled;
      const units: number[] = [];
      let at = 0;
      for (const point of row.text) {
        units.push(at);
        at += point.length;
      }
      units.push(at);
      const toUnit = (point: number): number => units[point] ?? at;
      return {
        text: row.text,
        spans: row.spans.map((span) => ({ ...span, start: toUnit(span.start), end: toUnit(span.end) })),
      };
    });
}

/** Every letter and digit of the value lies inside some span. */
export function isHiddenWhole(text: string, start: number, end: number, spans: readonly TextSpan[]): boolean {
  for (let at = start; at < end; at += 1)
    if (READABLE.test(text[at] ?? "") && !spans.some((span) => span.start <= at && at < span.end)) return false;
  return true;
}

/** Counts as `score.py` of the data does: leaks among the values that must be hidden, spans that touch no value, other characters masked. */
export class PersonalDataScore {
  found = 0;
  falseAlarms = 0;
  private others = 0;
  private othersMasked = 0;
  private readonly byKind = new Map<string, { total: number; hidden: number }>();

  add({ text, spans }: Labelled, found: readonly TextSpan[]): void {
    for (const span of spans) {
      if (!span.must || !READABLE.test(text.slice(span.start, span.end))) continue;
      const isHidden = isHiddenWhole(text, span.start, span.end, found);
      for (const kind of ["all", span.type]) {
        const count = this.byKind.get(kind) ?? { total: 0, hidden: 0 };
        this.byKind.set(kind, { total: count.total + 1, hidden: count.hidden + (isHidden ? 1 : 0) });
      }
    }
    this.found += found.length;
    this.falseAlarms += found.filter(
      ({ start, end }) => !spans.some((span) => start < span.end && span.start < end),
    ).length;
    for (let at = 0; at < text.length; at += 1) {
      if (spans.some((span) => span.start <= at && at < span.end)) continue;
      this.others += 1;
      if (found.some((span) => span.start <= at && at < span.end)) this.othersMasked += 1;
    }
  }

  kinds(): string[] {
    return [...this.byKind.keys()].sort((left, right) => left.localeCompare(right, "en"));
  }

  total(kind: string): number {
    return this.byKind.get(kind)?.total ?? 0;
  }

  /** The share hidden whole, 0 to 1. */
  hidden(kind: string): number {
    const { total, hidden } = this.byKind.get(kind) ?? { total: 0, hidden: 0 };
    return total === 0 ? 0 : hidden / total;
  }

  get falseAlarmShare(): number {
    return this.falseAlarms / Math.max(1, this.found);
  }

  get otherShare(): number {
    return this.othersMasked / Math.max(1, this.others);
  }
}
