import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";
import { startJobs } from "./start-jobs";

const jobs = await startJobs().catch((error: unknown) => {
  log("error", "jobs_not_started", toErrorFacts(error));
  return process.exit(1);
});

async function leave(cause: string): Promise<void> {
  log("info", "jobs_stopping", { cause });
  await jobs.stop();
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void leave(signal));
// Whoever started this process is gone.
process.once("disconnect", () => void leave("disconnect"));
jobs.ended.then(
  () => log("debug", "worker_ended"),
  (error: unknown) => {
    log("error", "worker_failed", toErrorFacts(error));
    process.exit(1);
  },
);
log("info", "jobs_ready", { pid: process.pid });
process.send?.("ready");
