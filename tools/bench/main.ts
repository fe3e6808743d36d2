import { benchAuditLog } from "./audit-log";
import { benchCaps } from "./caps";
import { benchCedarAgreement } from "./cedar-agreement";
import { benchClassification, type BenchTable } from "./classification";
import { benchDecideAccess } from "./decide-access";
import { type BenchDatabase, startBenchDatabase } from "./gate-database";
import { benchFreeze } from "./freeze";
import { benchGateEvaluation } from "./gate-evaluation";
import { benchInbox } from "./inbox";
import { benchPersonalData } from "./personal-data";
import { printTable } from "./print-table";
import { benchReadRows } from "./read-rows";
import { benchTriage } from "./triage";
import { benchRecord, benchSequencer } from "./record";
import { benchVerifyExport } from "./verify-export";
import { benchVendors } from "./vendors";

type Bench = { name: string; run: () => Promise<BenchTable | null> };

let database: BenchDatabase | undefined;

async function withDatabase(run: (database: BenchDatabase) => Promise<BenchTable>): Promise<BenchTable> {
  database ??= await startBenchDatabase();
  return run(database);
}

const BENCHES: readonly Bench[] = [
  { name: "decide-access", run: async () => benchDecideAccess() },
  { name: "classification", run: benchClassification },
  { name: "triage", run: async () => benchTriage() },
  { name: "personal-data", run: benchPersonalData },
  { name: "gate-evaluation", run: () => withDatabase(benchGateEvaluation) },
  { name: "read-rows", run: () => withDatabase(benchReadRows) },
  { name: "inbox", run: () => withDatabase(benchInbox) },
  { name: "record", run: benchRecord },
  { name: "sequencer", run: benchSequencer },
  { name: "verify-export", run: benchVerifyExport },
  { name: "audit-log", run: benchAuditLog },
  { name: "cedar-agreement", run: async () => benchCedarAgreement() },
  { name: "caps", run: () => withDatabase(benchCaps) },
  { name: "freeze", run: () => withDatabase(benchFreeze) },
  { name: "vendors", run: () => withDatabase(benchVendors) },
];

/** `npm run bench`, or `npm run bench -- read-rows gate-evaluation`. */
async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.find((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown !== undefined)
    throw new Error(`There is no bench ${unknown}: choose from ${BENCHES.map(({ name }) => name).join(", ")}.`);
  try {
    for (const { name, run } of BENCHES) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const table = await run();
      console.log(table === null ? `${name}: left out, because its data is not here.\n` : printTable(table));
    }
  } finally {
    await database?.stop();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
