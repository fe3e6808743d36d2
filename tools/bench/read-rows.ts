import type { BenchTable } from "./classification";
import { type BenchDatabase, PURPOSE, READ_FIELDS } from "./gate-database";
import type { Measured } from "./gate-load";
import { startServer } from "./gate-process";
import { timeInTurns } from "./time-calls";

const CONNECTIONS = [1, 16];
const ROWS = 50;
const AIM = 2;

/** A read with its two events beside the same SELECT in an empty handler. */
export async function benchReadRows({ key, sourceUrl }: BenchDatabase): Promise<BenchTable> {
  const gate = await startServer(["--import", "tsx", "gate/main.ts"]);
  const baseline = await startServer(["--import", "tsx", "tools/bench/read-baseline.ts", "{port}"], {
    BENCH_SOURCE_URL: sourceUrl,
  });
  try {
    const loads = [
      {
        url: `${gate.url}/v1/read`,
        key,
        body: { dataset: "customers", purpose: PURPOSE, fields: READ_FIELDS, limit: ROWS },
      },
      { url: `${baseline.url}/read`, body: { limit: ROWS } },
    ];
    const rows: (string | number)[][] = [];
    const reached: boolean[] = [];
    const toRow = (name: string, connections: number, { perSecond, p50, p99 }: Measured, ratio: string) => [
      name,
      connections,
      perSecond,
      `${p50.toFixed(2)} ms`,
      `${p99.toFixed(2)} ms`,
      ratio,
    ];
    for (const connections of CONNECTIONS) {
      const [ours, theirs] = await timeInTurns(loads, connections);
      if (ours === undefined || theirs === undefined) throw new Error("nothing was measured");
      const ratio = ours.p50 / theirs.p50;
      reached.push(ratio <= AIM);
      rows.push(
        toRow("gate: POST /v1/read", connections, ours, `${ratio.toFixed(2)}×`),
        toRow("Hono: SELECT by pg", connections, theirs, "1×"),
      );
    }
    return {
      title: `Reading ${ROWS} rows of ${READ_FIELDS.length} fields, its decision and its outcome durable in Postgres`,
      columns: ["server", "connections", "requests/s", "p50", "p99", "p50 ratio"],
      rows,
      notes: [
        `Aim: p50 at most ${AIM}× of the same SELECT in an empty handler. ${reached.every(Boolean) ? "Reached." : "NOT reached."}`,
      ],
    };
  } finally {
    await Promise.all([gate.stop(), baseline.stop()]);
  }
}
