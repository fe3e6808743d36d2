import { planClock } from "@/lib/kernel/plan-clock";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const MINUTE_MS = 60_000;
/** 08:00, in minutes after midnight. */
const DIGEST_MINUTE = 480;

/** The next 08:00 by the zone's clocks, always later than now. */
export function toDigestTime(now: Date, timeZone: string): Date {
  const calendar = { timeZone, workDays: EVERY_DAY, workStartMinute: DIGEST_MINUTE, workEndMinute: DIGEST_MINUTE + 1 };
  const { dueAt } = planClock({
    now: now.getTime() + MINUTE_MS,
    minutes: 0,
    remindMinutesBefore: 0,
    escalateMinutesBefore: 0,
    isWorkingTime: true,
    calendar,
  });
  return new Date(dueAt);
}
