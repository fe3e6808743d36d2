import pg from "pg";
import type { TestSource } from "@/lib/db/test-database";
import { newSystemContext } from "@/lib/identity/new-context";
import { testPerson } from "@/lib/identity/test-contexts";
import type { DiscoveryRunId, SourceId } from "@/lib/kernel/ids";
import { type ConnectSourceInput, connectSource } from "./connect-source";
import { type DatasetDetail, getDataset } from "./get-dataset";
import { listDatasets } from "./list-datasets";
import { requestDiscovery } from "./request-discovery";
import { type DiscoveryOutcome, runDiscovery } from "./run-discovery";

/** A steward as the console makes one, at this moment. */
export function asSteward() {
  return testPerson(["steward"]);
}

/** Runs statements on a database that a test made. */
export async function runSql(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

export function connectTestSource(source: TestSource, changes: Partial<ConnectSourceInput> = {}): Promise<SourceId> {
  const { host, port, database, user, password } = source;
  return connectSource(asSteward(), {
    name: `Source ${database.slice(-6)}`,
    host,
    port,
    database,
    username: user,
    password,
    tlsMode: "disable",
    ...changes,
  });
}

/** Asks for a discovery and does it at once, as the job would. */
export async function discover(sourceId: SourceId): Promise<{ runId: DiscoveryRunId; outcome: DiscoveryOutcome }> {
  const runId = await requestDiscovery(asSteward(), { sourceId });
  const outcome = await runDiscovery(newSystemContext("jobs"), { runId }, { clock: () => new Date() });
  return { runId, outcome };
}

/** Every dataset of a source with its fields, by name. */
export async function loadCatalogue(sourceId: SourceId): Promise<Map<string, DatasetDetail>> {
  const { rows } = await listDatasets(asSteward(), { sourceId, limit: 500 });
  const details = await Promise.all(rows.map((row) => getDataset(asSteward(), { datasetId: row.id })));
  return new Map(details.map((one) => [one.name, one]));
}
