const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Due = { words: string; isOverdue: boolean; isSoon: boolean };

function count(value: number, one: string): string {
  return `${value} ${one}${value === 1 ? "" : "s"}`;
}

/** "2 days", "3 hours", "3 hours 20 minutes" while under six hours, "a few seconds". */
function toDistance(ms: number): string {
  if (ms >= 2 * DAY) return count(Math.floor(ms / DAY), "day");
  if (ms >= 6 * HOUR) return count(Math.floor(ms / HOUR), "hour");
  if (ms < MINUTE) return "a few seconds";
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  return [hours > 0 && count(hours, "hour"), minutes > 0 && count(minutes, "minute")].filter(Boolean).join(" ");
}

/** What is left of an item's time, said in words; less than an hour is soon. Both in milliseconds since the epoch. */
export function toDue(dueAt: number, now: number): Due {
  const left = dueAt - now;
  return left <= 0
    ? { words: `Overdue by ${toDistance(-left)}`, isOverdue: true, isSoon: false }
    : { words: `${toDistance(left)} left`, isOverdue: false, isSoon: left < HOUR };
}
