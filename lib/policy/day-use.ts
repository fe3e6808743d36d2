import type { CountedHolder } from "@/lib/audit/cap-claim";

let day = "";
let used = new Map<string, number>();

/** The day that caps count by: UTC, as `YYYY-MM-DD`. */
export function toDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/**
 * The rows that this process knows to be released on a day, by holder. Other processes may have released more: it only saves asking a
 * source for rows that cannot be released any more.
 */
export function recallRowsUsed(asked: string): ReadonlyMap<string, number> {
  if (asked !== day) {
    day = asked;
    used = new Map();
  }
  return used;
}

/** Remembers what a release was counted as. */
export function rememberUse(asked: string, counted: readonly CountedHolder[]): void {
  recallRowsUsed(asked);
  for (const { id, rows } of counted) used.set(id, Math.max(rows, used.get(id) ?? 0));
}
