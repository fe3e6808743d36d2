import type { LogFacts } from "./log";

const FRAMES_MAX = 8;

function textOf(error: object, key: string): string | undefined {
  const value: unknown = Reflect.get(error, key);
  return typeof value === "string" ? value : undefined;
}

/** What may be logged of an unexpected error: its name, its code and where it was thrown. Its message may quote a value and is left out. */
export function toErrorFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const where = frames.slice(0, FRAMES_MAX).map((line) => line.trim());
  return { errorName: error.name, errorCode: textOf(error, "code"), errorAt: where.join(" | ") };
}
