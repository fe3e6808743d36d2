import type { CountedHolder } from "@/lib/audit/cap-claim";
import type { CapHolder } from "@/lib/kernel/access";

/** Beyond this the pseudonyms that are remembered are forgotten, which only makes the database find them again. */
const SUBJECTS_MAX = 100_000;

let day = "";
let rowsUsed = new Map<string, number>();
/** `<holder> <subject>` of those that are counted already. */
let subjectsCounted = new Set<string>();

/** The day that caps count by: UTC, as `YYYY-MM-DD`. */
export function toDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}

function turnTo(asked: string): void {
  if (asked === day) return;
  day = asked;
  rowsUsed = new Map();
  subjectsCounted = new Set();
}

/**
 * The rows that this process knows to be released on a day, by holder. Other processes may have released more: it only saves asking a
 * source for rows that cannot be released any more.
 */
export function recallRowsUsed(asked: string): ReadonlyMap<string, number> {
  turnTo(asked);
  return rowsUsed;
}

function toKeys(holders: readonly CapHolder[], subject: string): string[] {
  return holders.filter(({ subjectsMax }) => subjectsMax !== null).map(({ id }) => `${id} ${subject}`);
}

/** The subjects that some holder may not have counted yet: what a day has counted stays counted, so the others need not be asked about. */
export function findUncounted(asked: string, holders: readonly CapHolder[], subjects: readonly string[]): string[] {
  turnTo(asked);
  return subjects.filter((subject) => toKeys(holders, subject).some((key) => !subjectsCounted.has(key)));
}

/** Remembers what a release was counted as, once that is durable. */
export function rememberUse(
  asked: string,
  holders: readonly CapHolder[],
  { counted, subjects }: { counted: readonly CountedHolder[]; subjects: readonly string[] },
): void {
  turnTo(asked);
  for (const { id, rows } of counted) rowsUsed.set(id, Math.max(rows, rowsUsed.get(id) ?? 0));
  if (subjectsCounted.size + subjects.length * holders.length > SUBJECTS_MAX) subjectsCounted = new Set();
  for (const subject of subjects) for (const key of toKeys(holders, subject)) subjectsCounted.add(key);
}
