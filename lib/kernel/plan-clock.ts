const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** When people work: from `workStartMinute` to `workEndMinute` after midnight on the ISO days (1 is Monday), by an IANA zone's clocks. */
export type WorkCalendar = {
  timeZone: string;
  workDays: readonly number[];
  workStartMinute: number;
  workEndMinute: number;
};

export type ClockPlan = {
  /** Milliseconds since 1970. */
  now: number;
  minutes: number;
  /** Before the end; 0: never. */
  remindMinutesBefore: number;
  escalateMinutesBefore: number;
  /** Whether only working time counts: for all three. */
  isWorkingTime: boolean;
  calendar: WorkCalendar;
};

/** Milliseconds since 1970; null: that moment is past already, or never. */
export type PlannedClock = { dueAt: number; remindAt: number | null; escalateAt: number | null };

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
type OffsetAt = (at: number) => number;

function toOffsetAt(timeZone: string): OffsetAt {
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (at) => {
    const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const wall = Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"), read("second"));
    return wall - Math.floor(at / 1000) * 1000;
  };
}

/** The end of the stretch from `at`, at most a day long, in which the zone's clocks are not changed. */
function findStretchEnd(at: number, offsetAt: OffsetAt): number {
  const offset = offsetAt(at);
  let [same, other] = [at, at + DAY_MS];
  if (offsetAt(other) === offset) return other;
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(middle) === offset) same = middle;
    else other = middle;
  }
  return other;
}

/** The working time that goes on at the local moment or comes next on its day; null when the day has none left. */
function findOpening(local: number, calendar: WorkCalendar): { opens: number; closes: number } | null {
  const midnight = Math.floor(local / DAY_MS) * DAY_MS;
  // 1 January 1970 was a Thursday, ISO day 4.
  const weekday = ((((midnight / DAY_MS + 3) % 7) + 7) % 7) + 1;
  const closes = midnight + calendar.workEndMinute * MINUTE_MS;
  if (!calendar.workDays.includes(weekday) || local >= closes) return null;
  return { opens: Math.max(local, midnight + calendar.workStartMinute * MINUTE_MS), closes };
}

/** The moment at which so much working time has passed since `from`. */
function addWorkingTime(from: number, durationMs: number, calendar: WorkCalendar): number {
  const offsetAt = toOffsetAt(calendar.timeZone);
  let [at, left] = [from, durationMs];
  for (;;) {
    const offset = offsetAt(at);
    const stretchEnd = findStretchEnd(at, offsetAt);
    while (at < stretchEnd) {
      const local = at + offset;
      const opening = findOpening(local, calendar);
      const nextMidnight = (Math.floor(local / DAY_MS) + 1) * DAY_MS;
      const opens = Math.min((opening?.opens ?? nextMidnight) - offset, stretchEnd);
      const closes = Math.min((opening?.closes ?? nextMidnight) - offset, stretchEnd);
      const open = opening === null ? 0 : Math.max(0, closes - opens);
      if (open > 0 && left <= open) return opens + left;
      left -= open;
      at = opening === null ? opens : Math.max(opens, closes);
    }
  }
}

/** A calendar in which nobody ever works would never end: then every minute counts, which can only make things due sooner. */
function hasWorkingTime({ workDays, workStartMinute, workEndMinute }: WorkCalendar): boolean {
  return workDays.some((day) => day >= 1 && day <= 7) && workEndMinute > workStartMinute;
}

/**
 * When an item must be decided, and when people are reminded and the next one is called. In working time a minute counts when the zone's
 * clocks show a working minute, so a repeated hour counts twice and a skipped one not at all. Throws RangeError for an unknown zone.
 */
export function planClock(plan: ClockPlan): PlannedClock {
  const { now, minutes, isWorkingTime, calendar } = plan;
  const isCounted = isWorkingTime && hasWorkingTime(calendar);
  const after = (count: number) =>
    isCounted ? addWorkingTime(now, count * MINUTE_MS, calendar) : now + count * MINUTE_MS;
  const before = (count: number) => (count > 0 && count < minutes ? after(minutes - count) : null);
  return {
    dueAt: after(minutes),
    remindAt: before(plan.remindMinutesBefore),
    escalateAt: before(plan.escalateMinutesBefore),
  };
}
