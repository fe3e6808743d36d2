import { addTestPerson } from "@/lib/agents/agents-fixture";
import { freezeAccess } from "@/lib/freezes/freeze-access";
import { liftByTwo } from "@/lib/freezes/freezes-fixture";
import { testPerson } from "@/lib/identity/test-contexts";
import type { BenchTable } from "./classification";
import { type BenchDatabase, PURPOSE } from "./gate-database";
import { type BenchServer, startServer } from "./gate-process";

const PROCESSES = 3;
const ROUNDS = 40;
const WORKERS = 2;
const AIM_MS = 1_000;

/** One gate under load: when its last allowed answer came, and how many it gave. */
type Watched = { lastAllowedAt: number; allowed: number; refused: number };

function watch(gate: BenchServer, key: string, isOver: () => boolean): { seen: Watched; done: Promise<void> } {
  const seen: Watched = { lastAllowedAt: 0, allowed: 0, refused: 0 };
  const body = JSON.stringify({ dataset: "customers", purpose: PURPOSE, fields: ["id"], limit: 1 });
  const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
  const work = async (): Promise<void> => {
    while (!isOver()) {
      const answer = await fetch(`${gate.url}/v1/read`, { method: "POST", headers, body });
      await answer.arrayBuffer();
      if (answer.status === 200) {
        seen.lastAllowedAt = performance.now();
        seen.allowed += 1;
      } else seen.refused += 1;
    }
  };
  return { seen, done: Promise.all(Array.from({ length: WORKERS }, work)).then(() => undefined) };
}

async function waitUntil(test: () => boolean): Promise<void> {
  while (!test()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** Freezes once while every gate is read from; milliseconds from the freeze's commit to each gate's last allowed answer, 0 where none came after. */
async function freezeOnce(gates: readonly BenchServer[], { agentId, key }: BenchDatabase): Promise<number[]> {
  const admin = testPerson(["admin"], await addTestPerson(["admin"]));
  let isOver = false;
  const all = gates.map((gate) => watch(gate, key, () => isOver));
  await waitUntil(() => all.every(({ seen }) => seen.allowed >= 5));
  const freezeId = await freezeAccess(admin, { target: "agent", agentId, reason: "For the bench." });
  const frozenAt = performance.now();
  await waitUntil(() => all.every(({ seen }) => seen.refused >= 5));
  isOver = true;
  await Promise.all(all.map(({ done }) => done));
  await liftByTwo(freezeId);
  return all.map(({ seen }) => Math.max(0, seen.lastAllowedAt - frozenAt));
}

/** From a freeze to the last allowed answer, over gate processes that are read from all the while. */
export async function benchFreeze(database: BenchDatabase): Promise<BenchTable> {
  const gates = await Promise.all(
    Array.from({ length: PROCESSES }, () => startServer(["--import", "tsx", "gate/main.ts"])),
  );
  try {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(...(await freezeOnce(gates, database)));
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    const p99 = at(0.99);
    return {
      title: `From a freeze to the last allowed answer, ${PROCESSES} gate processes on one Postgres, each read from all the while`,
      columns: ["freezes", "measured", "p50", "p99", "slowest"],
      rows: [[ROUNDS, times.length, `${at(0.5).toFixed(1)} ms`, `${p99.toFixed(1)} ms`, `${at(1).toFixed(1)} ms`]],
      notes: [
        `Aim: p99 under ${AIM_MS} ms. ${p99 < AIM_MS ? "Reached" : "NOT reached"}. 0 ms: none was allowed after the freeze.`,
      ],
    };
  } finally {
    await Promise.all(gates.map((gate) => gate.stop()));
  }
}
