import { Logger } from "graphile-worker";
import { log, type LogLevel } from "@/lib/runtime/log";

const LEVELS: Readonly<Record<string, LogLevel>> = { error: "error", warning: "warn", info: "debug", debug: "debug" };

/** The worker's own lines. Of an error only that there was one: its text may quote a value, and each task logs its own failure. */
export const workerLogger = new Logger((scope) => (level, message) => {
  const isSafe = level !== "error" && level !== "warning";
  log(LEVELS[level] ?? "info", "worker", {
    text: isSafe ? message : "The worker reported a problem.",
    task: scope.taskIdentifier,
    jobId: scope.jobId,
  });
});
