import { addTestAgent, addTestPerson } from "@/lib/agents/agents-fixture";
import { issueAgentKey } from "@/lib/agents/issue-agent-key";
import { describeDataset } from "@/lib/catalog/describe-dataset";
import { asSteward, connectTestSource, discover, runSql } from "@/lib/catalog/test-discovery";
import type { StoredEvent } from "@/lib/audit/stored-event";
import { toStoredEvent } from "@/lib/audit/stored-event";
import { reader } from "@/lib/db/reader";
import { createTestSource, type TestSource } from "@/lib/db/test-database";
import { testAgent, testContext } from "@/lib/identity/test-contexts";
import type { AgentId, AgentKeyId, DatasetId, ScopeId, SourceId } from "@/lib/kernel/ids";
import { grantScope, type GrantScopeInput } from "@/lib/scopes/grant-scope";

export type TestData = { source: TestSource; sourceId: SourceId; datasets: ReadonlyMap<string, DatasetId> };
export type TestScope = { dataset: string } & Partial<Omit<GrantScopeInput, "agentId" | "datasetId">>;
export type TestAgent = {
  agentId: AgentId;
  name: string;
  keyId: AgentKeyId;
  key: string;
  scopeIds: ScopeId[];
  ctx: () => ReturnType<typeof testAgent>;
};

const DAY_MS = 86_400_000;
const OURSELVES = { kind: "system", process: "cli" } as const;

/** The ids of all datasets by the names agents use. */
export async function findDatasetIds(): Promise<ReadonlyMap<string, DatasetId>> {
  const rows = await reader().dataset.findMany({ select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.name, row.id as DatasetId]));
}

/**
 * A source that holds what `sql` makes, connected and discovered as a steward would; `subjectKeys` says which column names the customer.
 * Call it at the top of a test file.
 */
export async function makeTestData(sql: string, subjectKeys: Readonly<Record<string, string>> = {}): Promise<TestData> {
  const source = await createTestSource();
  await runSql(source.url, sql);
  const sourceId = await connectTestSource(source);
  const { outcome } = await discover(sourceId);
  if (outcome !== "done") throw new Error(`the test's source could not be discovered: ${outcome}`);
  const datasets = await findDatasetIds();
  for (const [dataset, subjectKey] of Object.entries(subjectKeys)) {
    await describeDataset(asSteward(), {
      datasetId: datasets.get(dataset) ?? dataset,
      recordKind: "customer_record",
      subjectKey,
    });
  }
  return { source, sourceId, datasets };
}

/** Grants a scope with what a test does not say: customer_support, 1,000 rows, a day. */
export function grantTestScope(
  agentId: AgentId,
  { datasets }: TestData,
  { dataset, ...scope }: TestScope,
): Promise<ScopeId> {
  return grantScope(testContext(OURSELVES), {
    agentId,
    datasetId: datasets.get(dataset) ?? dataset,
    purposes: ["customer_support"],
    fields: {},
    rowsPerRequestMax: 1_000,
    expiresAt: new Date(Date.now() + DAY_MS),
    note: "For a test.",
    ...scope,
  });
}

/** An active agent with a key and scopes. */
export async function addReader(data: TestData, scopes: readonly TestScope[], name?: string): Promise<TestAgent> {
  const personId = await addTestPerson();
  const agentId = await addTestAgent(personId, personId, name);
  const { keyId, key } = await issueAgentKey(testContext(OURSELVES), { agentId, label: "test", daysValid: 1 });
  const scopeIds: ScopeId[] = [];
  for (const scope of scopes) scopeIds.push(await grantTestScope(agentId, data, scope));
  const agent = await reader().agent.findUniqueOrThrow({ where: { id: agentId }, select: { name: true } });
  return { agentId, name: agent.name, keyId, key, scopeIds, ctx: () => testAgent(agentId, keyId) };
}

/** All events of a request, oldest first. */
export async function listEvents(where: {
  requestId?: string;
  agentId?: string;
  action?: string;
}): Promise<StoredEvent[]> {
  const rows = await reader().auditEvent.findMany({ where, orderBy: { id: "asc" }, select: { text: true } });
  return rows.map((row) => toStoredEvent(row.text));
}
