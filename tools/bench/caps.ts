import { describeDataset } from "@/lib/catalog/describe-dataset";
import { reader } from "@/lib/db/reader";
import { addTestAgent, addTestPerson } from "@/lib/agents/agents-fixture";
import { issueAgentKey } from "@/lib/agents/issue-agent-key";
import { setAgentCaps } from "@/lib/agents/set-agent-caps";
import { newSystemContext } from "@/lib/identity/new-context";
import { grantScope } from "@/lib/scopes/grant-scope";
import type { BenchTable } from "./classification";
import { type BenchDatabase, PURPOSE, READ_FIELDS } from "./gate-database";
import type { Measured } from "./gate-load";
import { startServer } from "./gate-process";
import { timeInTurns } from "./time-calls";

const CONNECTIONS = [1, 16];
const ROWS = 50;
const AIM = 1.2;
/** Never reached: what is measured is the counting. */
const CAP = 100_000_000;

/** The bench's agent again, with every cap there is. */
async function addCappedAgent(datasetId: string): Promise<string> {
  const ctx = newSystemContext("cli");
  const personId = await addTestPerson();
  const agentId = await addTestAgent(personId, personId, "Capped agent");
  const caps = { rowsPerDayMax: CAP, subjectsPerDayMax: CAP };
  await grantScope(ctx, {
    agentId,
    datasetId,
    purposes: [PURPOSE],
    fields: Object.fromEntries(READ_FIELDS.map((field) => [field, "clear" as const])),
    rowsPerRequestMax: 100,
    ...caps,
    expiresAt: new Date(ctx.now.getTime() + 86_400_000),
    note: "For the bench.",
  });
  await setAgentCaps(ctx, { agentId, ...caps });
  return (await issueAgentKey(ctx, { agentId, label: "bench", daysValid: 1 })).key;
}

/** The same read by an agent without caps and by one with caps of rows and customers on itself and on its scope. */
export async function benchCaps({ key }: BenchDatabase): Promise<BenchTable> {
  const { id: datasetId } = await reader().dataset.findUniqueOrThrow({
    where: { name: "customers" },
    select: { id: true },
  });
  const described = { datasetId, recordKind: "customer_record", subjectKey: "id" } as const;
  await describeDataset(newSystemContext("cli"), described);
  const capped = await addCappedAgent(datasetId);
  const gate = await startServer(["--import", "tsx", "gate/main.ts"]);
  try {
    const body = { dataset: "customers", purpose: PURPOSE, fields: READ_FIELDS, limit: ROWS };
    const loads = [capped, key].map((one) => ({ url: `${gate.url}/v1/read`, key: one, body }));
    const rows: (string | number)[][] = [];
    const ratios: number[] = [];
    const toRow = (name: string, connections: number, { perSecond, p50, p99 }: Measured, ratio: string) => [
      name,
      connections,
      perSecond,
      `${p50.toFixed(2)} ms`,
      `${p99.toFixed(2)} ms`,
      ratio,
    ];
    for (const connections of CONNECTIONS) {
      const [withCaps, without] = await timeInTurns(loads, connections, 5, 300);
      if (withCaps === undefined || without === undefined) throw new Error("nothing was measured");
      const ratio = withCaps.p50 / without.p50;
      ratios.push(ratio);
      rows.push(
        toRow("with caps", connections, withCaps, `${ratio.toFixed(2)}×`),
        toRow("without", connections, without, "1×"),
      );
    }
    const [single = Number.POSITIVE_INFINITY] = ratios;
    return {
      title: `Reading ${ROWS} rows about ${ROWS} customers, counted against caps of the agent and of its scope`,
      columns: ["agent", "connections", "requests/s", "p50", "p99", "p50 ratio"],
      rows,
      notes: [
        `Aim: p50 of a read at most ${AIM}× of the same without caps. ${single <= AIM ? "Reached" : "NOT reached"} (one connection).`,
      ],
    };
  } finally {
    await gate.stop();
  }
}
