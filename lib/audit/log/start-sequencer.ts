import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { getReaderPool } from "@/lib/db/pool";
import { getEnv } from "@/lib/runtime/env";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";
import { checkAnchors } from "./check-anchors";
import { deliverCheckpoints, publishCheckpoint } from "./deliver-checkpoints";
import { listAnchors } from "./list-anchors";
import { LogBroken } from "./log-broken";
import { hasOpenAlarm, raiseAlarm } from "./raise-alarm";
import { sequenceBatch, type TreeMemory } from "./sequence-batch";
import { type Leader, pause, startLeader } from "./start-leader";

/** Held by the one process that sequences; it goes with the connection. */
const LOCK = 4702111241;
/** What waits is taken up this often: an event is in the tree well within a second of its commit. */
const IDLE_MS = 50;
const ALARM_MS = 1_000;
const CHECK_MS = 60_000;
const MONTHS_AHEAD = 3;
/** How long a stop waits for anchors; what they have not got they get from the next leader. */
const END_MS = 3_000;

/** Never waits for anything while there is something to sequence. */
const PLANS = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

/** What runs beside sequencing, one at a time: anchors may be slow. What it finds broken is found by the leader's next step. */
function createSideWork(): {
  start: (work: () => Promise<void>) => void;
  assertIntact: () => void;
  end: () => Promise<void>;
} {
  let running: Promise<void> | null = null;
  let broken: LogBroken | null = null;
  return {
    start: (work) => {
      running ??= work()
        .catch((error: unknown) => {
          if (error instanceof LogBroken) broken = error;
          else log("warn", "anchors_not_served", toErrorFacts(error));
        })
        .finally(() => {
          running = null;
        });
    },
    assertIntact: () => {
      if (broken === null) return;
      const found = broken;
      broken = null;
      throw found;
    },
    end: async () => {
      await Promise.race([running, wait(END_MS)]);
    },
  };
}

/** A clock that strikes at most every so often; at once the first time, where asked. */
function createTimer(everyMs: number, isDueAtOnce: boolean): () => boolean {
  let next = performance.now() + (isDueAtOnce ? 0 : everyMs);
  return () => {
    if (performance.now() < next) return false;
    next = performance.now() + everyMs;
    return true;
  };
}

async function hasWaiting(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query("SELECT 1 FROM log_queue LIMIT 1");
  return rowCount !== 0;
}

/** Sequences as the leader until it is told to stop or its connection breaks. */
async function lead(client: pg.Client, stopping: AbortSignal): Promise<void> {
  const side = createSideWork();
  const isPublishDue = createTimer(getEnv().checkpointSeconds * 1_000, false);
  const isCheckDue = createTimer(CHECK_MS, true);
  const publish = async (): Promise<void> => {
    await publishCheckpoint(client);
    side.start(() => deliverCheckpoints(listAnchors()));
  };
  let memory: TreeMemory = null;
  try {
    await client.query("SELECT ensure_audit_months($1)", [MONTHS_AHEAD]);
    // What lies on this machine is compared before anything is added; the others are asked meanwhile.
    await checkAnchors(
      client,
      listAnchors().filter(({ name }) => name === "file"),
    );
    ({ memory } = await sequenceBatch(client, memory));
    while (!stopping.aborted) {
      side.assertIntact();
      if (isCheckDue()) side.start(() => checkAnchors(getReaderPool(), listAnchors()));
      if (isPublishDue()) await publish();
      if (await hasWaiting(client)) ({ memory } = await sequenceBatch(client, memory));
      else await pause(IDLE_MS, stopping);
    }
    await publish();
  } finally {
    await side.end();
  }
}

/** Leads, and keeps still while the log is in alarm. */
async function serve(client: pg.Client, stopping: AbortSignal): Promise<void> {
  if (await hasOpenAlarm(client)) return pause(ALARM_MS, stopping);
  try {
    await lead(client, stopping);
  } catch (error) {
    if (!(error instanceof LogBroken)) throw error;
    await raiseAlarm(error);
  }
}

/** Takes part in sequencing the log: one of all processes that do gives events their places. */
export function startSequencer(): Leader {
  return startLeader({ name: "sequence", lock: LOCK, options: PLANS, work: serve });
}
