import type { Random } from "./random";

/** "Today" in the demo company. Fixed, so that the same seed gives the same bytes whenever it runs. */
export const REFERENCE_TIME = Date.UTC(2026, 10, 15, 12, 0, 0);
export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;

/** `timestamptz` text, to the second. */
export function toTimestamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** `date` text. */
export function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

export function yearOf(time: number): number {
  return new Date(time).getUTCFullYear();
}

/** A moment between two others on a weekday in office hours, UTC. May fall up to two days outside when the span is shorter than that. */
export function officeTime(random: Random, from: number, to: number): number {
  const day = Math.floor((from + random.next() * Math.max(0, to - from)) / DAY_MS) * DAY_MS;
  const shifted = toWeekday(day);
  return shifted + random.int(6, 16) * HOUR_MS + random.int(0, 3599) * 1000;
}

/** The same day, or the Friday before when it is a weekend. */
export function toWeekday(day: number): number {
  const weekday = new Date(day).getUTCDay();
  if (weekday === 6) return day - DAY_MS;
  if (weekday === 0) return day - 2 * DAY_MS;
  return day;
}
