import { getEnv } from "@/lib/runtime/env";

export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Ids, codes, counts and durations. Never a customer's value, a secret, a host's answer or an error's message. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Writes one JSON line to stderr when the level is at least GATEHOUSE_LOG_LEVEL. `event` is a fixed snake_case name. */
export function log(level: LogLevel, event: string, facts: LogFacts = {}): void {
  if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(getEnv().logLevel)) return;
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`);
}
