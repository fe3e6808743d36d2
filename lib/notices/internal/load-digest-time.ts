import type { Transaction } from "@/lib/db/client";
import { planClock } from "@/lib/kernel/plan-clock";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const MINUTE_MS = 60_000;
/** 08:00, in minutes after midnight. */
const DIGEST_MINUTE = 480;

/** The next 08:00 by the clocks of the review settings' zone, always later than now. */
export async function loadDigestTime(tx: Transaction, now: Date): Promise<Date> {
  const { timeZone } = await tx.reviewSetting.findUniqueOrThrow({ where: { id: 1 }, select: { timeZone: true } });
  const { dueAt } = planClock({
    now: now.getTime() + MINUTE_MS,
    minutes: 0,
    remindMinutesBefore: 0,
    escalateMinutesBefore: 0,
    isWorkingTime: true,
    calendar: { timeZone, workDays: EVERY_DAY, workStartMinute: DIGEST_MINUTE, workEndMinute: DIGEST_MINUTE + 1 },
  });
  return new Date(dueAt);
}
