import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { findAgentObstacle, listJoined } from "@/lib/kernel/decide-access";
import type { AgentId, DatasetId, ScopeId } from "@/lib/kernel/ids";
import type { ReasonCode } from "@/lib/kernel/reasons";
import type { Category, FieldTreatment } from "@/lib/kernel/vocabulary";
import type { AgentPolicy } from "@/lib/policy/agent-policy";
import { getCurrentPolicy } from "@/lib/policy/get-current-policy";
import { parseInput } from "@/lib/runtime/parse-input";
import { findLiveKey } from "./find-live-key";

const AGENTS_MAX = 200;

export const ListAccessInput = z.union([
  z.strictObject({ agentId: z.uuid("names no agent") }),
  z.strictObject({ datasetId: z.uuid("names no dataset"), field: z.string().max(128).optional() }),
]);
export type ListAccessInput = z.input<typeof ListAccessInput>;

/** How one agent sees one field for one purpose, as its next request would meet it: all its scopes joined, its vendor's conditions in. */
export type AccessRow = {
  agent: { id: AgentId; name: string };
  dataset: { id: DatasetId; name: string };
  field: string;
  category: Category;
  purpose: string;
  treatment: FieldTreatment;
  reason: ReasonCode;
  until: Date;
  rowsPerRequestMax: number;
  isCaseRequired: boolean;
  /** Why the agent gets nothing at all at the moment, or null. */
  obstacle: ReasonCode | null;
  /** What it rests on: who said so and since when. */
  grants: readonly Grant[];
};
export type Grant = { scopeId: ScopeId; version: number; by: string; since: Date };

async function listAgents(input: z.output<typeof ListAccessInput>): Promise<string[]> {
  if ("agentId" in input) return [input.agentId];
  const scopes = await reader().scope.findMany({
    where: { datasetId: input.datasetId, revokedAt: null, agent: { state: { not: "retired" } } },
    distinct: ["agentId"],
    orderBy: { agentId: "asc" },
    take: AGENTS_MAX,
    select: { agentId: true },
  });
  return scopes.map(({ agentId }) => agentId);
}

/** Who made the version in force of each scope, and when. */
async function loadGrants(scopeIds: readonly string[]): Promise<Map<string, Grant>> {
  const versions = await reader().scopeVersion.findMany({
    where: { scopeId: { in: [...scopeIds] } },
    orderBy: { number: "asc" },
    select: { scopeId: true, number: true, createdById: true, createdAt: true },
  });
  const people = await reader().person.findMany({
    where: { id: { in: versions.map(({ createdById }) => createdById) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return new Map(
    versions.map(({ scopeId, number, createdById, createdAt }) => [
      `${scopeId} ${number}`,
      { scopeId: scopeId as ScopeId, version: number, by: names.get(createdById) ?? "Gatehouse", since: createdAt },
    ]),
  );
}

type Row = Omit<AccessRow, "grants"> & { basis: readonly { scopeId: string; version: number }[] };

function toRows({ snapshot, facts, agentName }: AgentPolicy, now: number): Row[] {
  const agent = { id: snapshot.agentId as AgentId, name: agentName };
  const obstacle = findAgentObstacle(findLiveKey(snapshot, now), snapshot, now);
  return [...snapshot.datasets].flatMap(([name, dataset]) =>
    listJoined(dataset, snapshot, now).flatMap(([purpose, joined]) =>
      joined.all.map(({ field, treatment, reason }) => ({
        agent,
        dataset: { id: dataset.datasetId as DatasetId, name },
        field,
        category: facts.get(name)?.columns.get(field)?.category ?? "none",
        purpose,
        treatment,
        reason,
        until: new Date(joined.expiresAt),
        rowsPerRequestMax: joined.rowsPerRequestMax,
        isCaseRequired: joined.needsCase,
        obstacle,
        basis: joined.basis,
      })),
    ),
  );
}

/** What an agent sees, or who sees a dataset or one field of it, now and why. Throws `unauthenticated` for an agent that does not exist. */
export async function listAccess(ctx: RequestContext, input: ListAccessInput): Promise<AccessRow[]> {
  authorize(ctx, "access:try");
  const asked = parseInput(ListAccessInput, input);
  const found: Row[] = [];
  for (const agentId of await listAgents(asked))
    found.push(...toRows(await getCurrentPolicy(agentId as AgentId), ctx.now.getTime()));
  const wanted = found.filter(
    (row) =>
      "agentId" in asked ||
      (row.dataset.id === asked.datasetId && (asked.field === undefined || row.field === asked.field)),
  );
  const grants = await loadGrants([...new Set(wanted.flatMap(({ basis }) => basis.map(({ scopeId }) => scopeId)))]);
  return wanted.map(({ basis, ...row }) => ({
    ...row,
    grants: basis.flatMap(({ scopeId, version }) => grants.get(`${scopeId} ${version}`) ?? []),
  }));
}
