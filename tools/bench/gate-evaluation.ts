import type { BenchTable } from "./classification";
import { type BenchDatabase, PURPOSE, READ_FIELDS } from "./gate-database";
import { fireInTurns, type Measured } from "./gate-load";
import { startServer } from "./gate-process";
import { buildNextRoute } from "./next-route";

const CONNECTIONS = [16, 64];
const AIM = 0.5;
const AIM_NEXT = 10;

export function toEvaluation({ agentId }: BenchDatabase): Record<string, unknown> {
  return {
    subject: { type: "agent", id: agentId },
    action: { name: "read" },
    resource: { type: "dataset", id: "customers", properties: { fields: READ_FIELDS.slice(0, 5) } },
    context: { purpose: PURPOSE },
  };
}

/** The gate's evaluation, its event durable, beside a server that does nothing but batch one insert a request. */
export async function benchGateEvaluation(database: BenchDatabase): Promise<BenchTable> {
  const body = toEvaluation(database);
  const gate = await startServer(["--import", "tsx", "gate/main.ts"]);
  const baseline = await startServer(["--import", "tsx", "tools/bench/gate-baseline.ts", "{port}"]);
  const route = await buildNextRoute();
  const next = await startServer(route.args, {}, route.path);
  try {
    const loads = [
      { url: `${gate.url}/access/v1/evaluation`, key: database.key, body },
      { url: `${baseline.url}/evaluation`, body },
      { url: `${next.url}${route.path}`, key: database.key, body },
    ];
    const rows: (string | number)[][] = [];
    const reached: boolean[] = [];
    const overNext: number[] = [];
    const toRow = (name: string, connections: number, { perSecond, p50, p99 }: Measured, ratio: string) => [
      name,
      connections,
      perSecond,
      `${p50} ms`,
      `${p99} ms`,
      ratio,
    ];
    for (const connections of CONNECTIONS) {
      const [ours, theirs, nexts] = await fireInTurns(loads, connections);
      if (ours === undefined || theirs === undefined || nexts === undefined) throw new Error("nothing was measured");
      const ratio = ours.perSecond / theirs.perSecond;
      reached.push(ratio >= AIM);
      overNext.push(ours.perSecond / nexts.perSecond);
      rows.push(
        toRow("gate: evaluation", connections, ours, `${ratio.toFixed(2)}×`),
        toRow("Hono: insert only", connections, theirs, "1×"),
        toRow("Next: the same verb", connections, nexts, `${(nexts.perSecond / theirs.perSecond).toFixed(2)}×`),
      );
    }
    return {
      title: "The gate's evaluation, its event durable in Postgres",
      columns: ["server", "connections", "requests/s", "p50", "p99", "ratio"],
      rows,
      notes: [
        `Aim: at least ${AIM}× of the server that only batches one insert a request. ${reached.every(Boolean) ? "Reached." : "NOT reached."}`,
        `The gate answers ${overNext.map((times) => times.toFixed(1)).join(" and ")} times as many as the Next route handler. Aim: ${AIM_NEXT}. ${overNext.every((times) => times >= AIM_NEXT) ? "Reached." : "NOT reached."}`,
      ],
    };
  } finally {
    await Promise.all([gate.stop(), baseline.stop(), next.stop()]);
    route.remove();
  }
}
