import type { JobHelpers, Task } from "graphile-worker";
import type { RequestContext } from "@/lib/identity/request-context";
import { newSystemContext } from "@/lib/identity/new-context";
import { log, type LogFacts } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";

type Work = (ctx: RequestContext, payload: unknown, worker: Pick<JobHelpers, "job" | "addJob">) => Promise<LogFacts>;

/** A task as the worker wants it: a context of its own, one log line for each end, and an error without its text, since the worker stores that. */
export function toTask(name: string, stop: AbortSignal, work: Work): Task {
  return async (payload, worker) => {
    const { job } = worker;
    const about = { task: name, jobId: job.id, attempt: job.attempts };
    const started = performance.now();
    const timed = () => ({ ...about, durationMs: Math.round(performance.now() - started) });
    try {
      const facts = await work(newSystemContext("jobs"), payload, worker);
      log("info", "task_done", { ...timed(), ...facts });
    } catch (error) {
      if (stop.aborted) log("info", "task_interrupted", timed());
      else log("error", "task_failed", { ...timed(), ...toErrorFacts(error) });
      throw new Error(
        `${name} failed (${error instanceof Error ? error.name : typeof error}); the log of the jobs says where`,
      );
    }
  };
}
