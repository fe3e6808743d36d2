import { run } from "graphile-worker";
import { startSequencer } from "@/lib/audit/log/start-sequencer";
import { startIndexer } from "@/lib/audit/search/index-entries";
import { startUseCounter } from "@/lib/audit/uses/count-uses";
import { startStreams } from "@/lib/audit/streams/serve-streams";
import { closeSourcePools } from "@/lib/catalog/connector/get-source-pool";
import { closePools } from "@/lib/db/pool";
import { getEnv } from "@/lib/runtime/env";
import { CRONTAB, toTaskList } from "./task-list";
import { workerLogger } from "./worker-logger";

/** More than the machine's cores: most of a job's time is waiting for somebody's server. */
const CONCURRENT_JOBS = 6;
/** After this long a task that is still at it is given back, to be tried again by another process. */
const FINISH_WAIT_MS = 5_000;

export interface Jobs {
  /** Resolves when the worker has ended, asked to or not. */
  readonly ended: Promise<void>;
  /** Takes no new job, lets running ones come to a step's end, closes all connections. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

/** Works on jobs as the application's role until it is stopped. The schema `graphile_worker` must be there: migrations make it. */
export async function startJobs(): Promise<Jobs> {
  const stopping = new AbortController();
  const runner = await run({
    connectionString: getEnv().databaseUrl,
    schema: "graphile_worker",
    taskList: toTaskList(stopping.signal),
    crontab: CRONTAB,
    concurrency: CONCURRENT_JOBS,
    maxPoolSize: CONCURRENT_JOBS + 2,
    noHandleSignals: true,
    logger: workerLogger,
    preset: {
      worker: {
        gracefulShutdownAbortTimeout: FINISH_WAIT_MS,
        // In batches, because only then does the worker's end wait until a job's outcome is written.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  });
  const leaders = [startSequencer(), startIndexer(), startStreams(), startUseCounter()];
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    stopping.abort(new Error("the process is stopping"));
    await Promise.all([runner.stop(), ...leaders.map((leader) => leader.stop())]);
    await Promise.all([closeSourcePools(), closePools()]);
  };
  return {
    ended: runner.promise,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
