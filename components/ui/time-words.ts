const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  { from: 365 * DAY, ms: 365 * DAY, short: "y", one: "year" },
  { from: 60 * DAY, ms: 30 * DAY, short: "mo", one: "month" },
  { from: 14 * DAY, ms: 7 * DAY, short: "w", one: "week" },
  { from: DAY, ms: DAY, short: "d", one: "day" },
  { from: HOUR, ms: HOUR, short: "h", one: "hour" },
  { from: MINUTE, ms: MINUTE, short: "m", one: "minute" },
] as const;

/** "5 minutes ago", "in 3 days"; short: "5m ago", "in 3d". Both in milliseconds since the epoch. */
export function relativeWords(at: number, now: number, form: "long" | "short" = "long"): string {
  const distance = Math.abs(at - now);
  const step = STEPS.find(({ from }) => distance >= from);
  if (!step) return at > now + SECOND ? "in a moment" : "just now";
  const count = Math.floor(distance / step.ms);
  const amount = form === "short" ? `${count}${step.short}` : `${count} ${step.one}${count === 1 ? "" : "s"}`;
  return at > now ? `in ${amount}` : `${amount} ago`;
}

/** "24 Nov 2026, 14:05:09 CET": the same text from every engine, because it is put together from parts. */
export function exactWords(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("day")} ${part("month")} ${part("year")}, ${part("hour")}:${part("minute")}:${part("second")} ${part("timeZoneName")}`;
}
