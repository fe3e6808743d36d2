import { hostname } from "node:os";
import { getWriterPool } from "@/lib/db/pool";
import { log } from "@/lib/runtime/log";
import { newId } from "@/lib/runtime/new-id";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";
import { answerDrills } from "./answer-drills";

const BEAT_MS = 1_000;

const BEAT = `
  INSERT INTO gate_process (id, label, started_at, seen_at) VALUES ($1, $2, $3, clock_timestamp())
  ON CONFLICT (id) DO UPDATE SET seen_at = clock_timestamp()`;
const TIDY = "DELETE FROM gate_process WHERE seen_at < clock_timestamp() - interval '1 day'";
/** A drill waits for those seen lately: one that left is none of them. */
const LEAVE = "UPDATE gate_process SET seen_at = started_at - interval '1 hour' WHERE id = $1";

export type KeptProcess = {
  processId: string;
  /** Looks for drills now, not at the next beat. */
  hurry: () => void;
  stop: () => Promise<void>;
};

/**
 * Says once a second that this gate process runs, and takes part in drills. These rows are no business of the log: what a drill found is
 * filed as an event by the verb that ran it.
 */
export function keepGateProcess(port: number): KeptProcess {
  const startedAt = new Date();
  const processId = newId(startedAt);
  const label = `${hostname()} port ${port} process ${process.pid}`;
  const stopping = new AbortController();
  let isBusy = false;
  let under: Promise<void> = Promise.resolve();

  const beat = async (): Promise<void> => {
    try {
      await getWriterPool().query(BEAT, [processId, label, startedAt]);
    } catch (error) {
      if (!stopping.signal.aborted) log("warn", "gate_process_not_kept", toErrorFacts(error));
    }
  };
  const look = async (): Promise<void> => {
    if (isBusy || stopping.signal.aborted) return;
    isBusy = true;
    try {
      await answerDrills(processId, stopping.signal);
    } catch (error) {
      if (!stopping.signal.aborted) log("warn", "drill_not_answered", toErrorFacts(error));
    }
    isBusy = false;
  };
  const hurry = (): void => {
    under = look();
  };
  const turn = (): void => {
    void beat();
    if (!isBusy) hurry();
  };
  turn();
  const timer = setInterval(turn, BEAT_MS);
  const stop = async (): Promise<void> => {
    clearInterval(timer);
    stopping.abort();
    await under;
    await getWriterPool()
      .query(LEAVE, [processId])
      .then(() => getWriterPool().query(TIDY))
      .catch((error: unknown) => log("debug", "gate_process_not_left", toErrorFacts(error)));
  };
  return { processId, hurry, stop };
}
