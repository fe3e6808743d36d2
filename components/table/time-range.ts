const HOUR_MS = 60 * 60 * 1000;

/** The ranges a time filter offers, from the shortest. */
export const TIME_PRESETS = [
  { value: "1h", label: "Last hour", ms: HOUR_MS },
  { value: "24h", label: "Last 24 hours", ms: 24 * HOUR_MS },
  { value: "7d", label: "Last 7 days", ms: 7 * 24 * HOUR_MS },
  { value: "30d", label: "Last 30 days", ms: 30 * 24 * HOUR_MS },
] as const;

export type TimeBounds = { from: Date | null; to: Date | null };

/** What a time filter's value means: a preset ("24h") before `now`, or two ISO instants around ".." of which one may be empty. */
export function toTimeBounds(value: string | undefined, now: Date): TimeBounds | null {
  if (value === undefined) return null;
  const preset = TIME_PRESETS.find((each) => each.value === value);
  if (preset) return { from: new Date(now.getTime() - preset.ms), to: null };
  const [first, second, ...rest] = value.split("..");
  if (second === undefined || rest.length > 0) return null;
  const from = toInstant(first);
  const to = toInstant(second);
  return from || to ? { from, to } : null;
}

function toInstant(text: string | undefined): Date | null {
  const date = new Date(text ?? "");
  return Number.isNaN(date.getTime()) ? null : date;
}

/** How a chip says a time filter's value. */
export function timeRangeWords(value: string, say: (at: Date) => string): string {
  const preset = TIME_PRESETS.find((each) => each.value === value);
  if (preset) return preset.label;
  const bounds = toTimeBounds(value, new Date(0));
  if (!bounds) return value;
  if (bounds.from && bounds.to) return `${say(bounds.from)} to ${say(bounds.to)}`;
  if (bounds.from) return `since ${say(bounds.from)}`;
  return bounds.to ? `until ${say(bounds.to)}` : value;
}
