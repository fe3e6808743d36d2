import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize, isPermitted } from "@/lib/identity/authorize";
import type { Permission } from "@/lib/identity/permissions";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, DatasetId, ScopeId, SourceId } from "@/lib/kernel/ids";
import { listPressingVendors, type PressingVendor } from "@/lib/vendors/list-pressing-vendors";
import { type AccessAttention, listAskedAccessItems, listWaitingWidenings } from "./list-access-attention";
import { listOpenAlerts, listQuestionsTo, listWaitingItems, type ReviewAttention } from "./list-review-attention";

const DAY_MS = 86_400_000;
/** How far ahead an end is worth saying. */
export const AHEAD_DAYS = 14;
const EACH_MAX = 20;

/** Something a person should look at now. Names are of agents and of the catalogue, never a value. */
export type Attention =
  | ReviewAttention
  | PressingVendor
  | AccessAttention
  | { kind: "sponsor_absent"; agentId: AgentId; agent: string; sponsor: string }
  | { kind: "discovery_failed"; sourceId: SourceId; source: string; at: Date; sentence: string | null }
  | { kind: "source_failing"; sourceId: SourceId; source: string; at: Date; code: string }
  | { kind: "fields_changed"; datasetId: DatasetId; dataset: string; count: number }
  | { kind: "scope_ending"; scopeId: ScopeId; agent: string; dataset: string; at: Date }
  | { kind: "key_ending"; agentId: AgentId; agent: string; label: string; at: Date }
  /** All of them as one; `most` is the dataset with the most. */
  | { kind: "fields_unconfirmed"; datasets: number; count: number; most: { datasetId: DatasetId; dataset: string } };

const text = z.string();
const id = <Id extends string>() => z.string().transform((value) => value as Id);
const DatasetCount = z.object({ datasetId: id<DatasetId>(), dataset: text, count: z.number() });

async function listSponsorAbsent(): Promise<Attention[]> {
  const rows = await reader().$queryRaw`
    SELECT a.id AS "agentId", a.name AS agent, p.name AS sponsor
    FROM agent a JOIN person p ON p.id = a.sponsor_id
    WHERE a.state IN ('active', 'suspended') AND p.status <> 'active' ORDER BY a.name LIMIT ${EACH_MAX}`;
  const Row = z.object({ agentId: id<AgentId>(), agent: text, sponsor: text });
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({ kind: "sponsor_absent", ...row }));
}

async function listFailedDiscoveries(): Promise<Attention[]> {
  const rows = await reader().$queryRaw`
    SELECT s.id AS "sourceId", s.name AS source, r.created_at AS at, r.error AS sentence
    FROM source s CROSS JOIN LATERAL
      (SELECT status, created_at, error FROM discovery_run WHERE source_id = s.id ORDER BY created_at DESC, id DESC LIMIT 1) r
    WHERE r.status = 'failed' ORDER BY s.name LIMIT ${EACH_MAX}`;
  const Row = z.object({ sourceId: id<SourceId>(), source: text, at: z.date(), sentence: text.nullable() });
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({ kind: "discovery_failed", ...row }));
}

async function listFailingSources(): Promise<Attention[]> {
  const rows = await reader().source.findMany({
    where: { testError: { not: null }, testedAt: { not: null } },
    orderBy: { name: "asc" },
    take: EACH_MAX,
    select: { id: true, name: true, testedAt: true, testError: true },
  });
  return rows.flatMap(({ id: sourceId, name, testedAt, testError }): Attention[] =>
    testedAt === null || testError === null
      ? []
      : [{ kind: "source_failing", sourceId: sourceId as SourceId, source: name, at: testedAt, code: testError }],
  );
}

/** Fields whose column changed or vanished, where a live scope grants them: an agent gets less than it was given. */
async function listChangedFields(now: Date): Promise<Attention[]> {
  const rows = await reader().$queryRaw`
    SELECT d.id AS "datasetId", d.name AS dataset, count(DISTINCT f.id)::int AS count
    FROM dataset d JOIN field f ON f.dataset_id = d.id AND f.status IN ('changed', 'vanished')
    JOIN scope s ON s.dataset_id = d.id AND s.revoked_at IS NULL
    JOIN scope_version v ON v.scope_id = s.id AND v.number = s.version AND v.expires_at > ${now}
    JOIN scope_field sf ON sf.scope_version_id = v.id AND sf.field_name = f.name
    GROUP BY d.id, d.name ORDER BY d.name LIMIT ${EACH_MAX}`;
  return z
    .array(DatasetCount)
    .parse(rows)
    .map((row) => ({ kind: "fields_changed", ...row }));
}

async function listUnconfirmedFields(): Promise<Attention[]> {
  const rows = await reader().$queryRaw`
    SELECT d.id AS "datasetId", d.name AS dataset, count(*)::int AS count
    FROM dataset d JOIN field f ON f.dataset_id = d.id
    WHERE NOT f.is_confirmed AND f.status <> 'vanished' AND d.status <> 'vanished'
    GROUP BY d.id, d.name ORDER BY count(*) DESC, d.name`;
  const found = z.array(DatasetCount).parse(rows);
  const [most] = found;
  const count = found.reduce((total, row) => total + row.count, 0);
  return most === undefined ? [] : [{ kind: "fields_unconfirmed", datasets: found.length, count, most }];
}

async function listEndingScopes(now: Date, until: Date): Promise<Attention[]> {
  const rows = await reader().$queryRaw`
    SELECT s.id AS "scopeId", a.name AS agent, d.name AS dataset, v.expires_at AS at
    FROM scope s JOIN scope_version v ON v.scope_id = s.id AND v.number = s.version
    JOIN agent a ON a.id = s.agent_id JOIN dataset d ON d.id = s.dataset_id
    WHERE s.revoked_at IS NULL AND v.expires_at > ${now} AND v.expires_at <= ${until} AND a.state <> 'retired'
    ORDER BY v.expires_at, s.id LIMIT ${EACH_MAX}`;
  const Row = z.object({ scopeId: id<ScopeId>(), agent: text, dataset: text, at: z.date() });
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({ kind: "scope_ending", ...row }));
}

async function listEndingKeys(now: Date, until: Date): Promise<Attention[]> {
  const rows = await reader().$queryRaw`
    SELECT a.id AS "agentId", a.name AS agent, k.label, k.expires_at AS at
    FROM agent_key k JOIN agent a ON a.id = k.agent_id
    WHERE k.revoked_at IS NULL AND k.expires_at > ${now} AND k.expires_at <= ${until} AND a.state = 'active'
    ORDER BY k.expires_at, k.id LIMIT ${EACH_MAX}`;
  const Row = z.object({ agentId: id<AgentId>(), agent: text, label: text, at: z.date() });
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({ kind: "key_ending", ...row }));
}

/** What waits for somebody with this person's roles, the most pressing first. Nothing about what they may not open. */
export async function listAttention(ctx: RequestContext): Promise<Attention[]> {
  authorize(ctx, "overview:read");
  const until = new Date(ctx.now.getTime() + AHEAD_DAYS * DAY_MS);
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const kinds: [Permission, () => Promise<Attention[]>][] = [
    ["review:decide", async () => (personId === null ? [] : listWaitingItems(personId, ctx.now))],
    ["review:read", async () => (personId === null ? [] : listQuestionsTo(personId))],
    ["widening:decide", async () => (personId === null ? [] : listWaitingWidenings(personId))],
    ["access_review:decide", async () => (personId === null ? [] : listAskedAccessItems(personId))],
    ["alert:close", listOpenAlerts],
    ["agent:read", listSponsorAbsent],
    ["vendor:read", () => listPressingVendors(ctx)],
    ["catalog:read", listFailedDiscoveries],
    ["catalog:read", listFailingSources],
    ["catalog:read", () => listChangedFields(ctx.now)],
    ["scope:read", () => listEndingScopes(ctx.now, until)],
    ["agent:read", () => listEndingKeys(ctx.now, until)],
    ["catalog:read", listUnconfirmedFields],
  ];
  const mine = kinds.filter(([permission]) => isPermitted(ctx.actor, permission));
  const found: Attention[] = [];
  // One after another: a page takes one connection, however many kinds there come to be.
  for (const [, list] of mine) found.push(...(await list()));
  return found;
}
