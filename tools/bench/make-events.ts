import { randomBytes } from "node:crypto";
import pg from "pg";
import { hashTerm, TERM } from "@/lib/audit/search/search-terms";
import { newId } from "@/lib/runtime/new-id";

export type MadeEvents = {
  agents: string[];
  datasets: string[];
  purposes: string[];
  fields: string[];
  reasons: string[];
  people: string[];
  /** Some of the customers, common and rare. */
  subjects: string[];
  from: Date;
  to: Date;
};

/** Events stand over this many months, one partition each, the present one among them. */
const MONTHS = 6;
const BATCH = 250_000;
const SUBJECTS = 200_000;
const FIELDS_A_DECISION = 6;

const name = (kind: string, n: number): string => `${kind}_${String(n).padStart(2, "0")}`;
const list = (kind: string, count: number): string[] => Array.from({ length: count }, (_, n) => name(kind, n));
const ids = (count: number): string[] => Array.from({ length: count }, () => newId(new Date()));

type Tables = Omit<MadeEvents, "subjects" | "from" | "to"> & { keys: string[]; sources: string[] };

function chooseTables(): Tables {
  return {
    agents: ids(200),
    keys: ids(200),
    datasets: ids(40),
    sources: ids(3),
    people: ids(60),
    purposes: list("purpose", 8),
    fields: list("field", 120),
    reasons: list("reason", 12),
  };
}

/** Numbers of terms beside their values, so that SQL can put an event and its terms together. */
async function storeTables(client: pg.Client, tables: Tables): Promise<void> {
  const store = async (table: string, values: readonly string[], term: (value: string) => string): Promise<void> => {
    await client.query(`CREATE TEMP TABLE ${table} (n int PRIMARY KEY, value text NOT NULL, term int4 NOT NULL)`);
    await client.query(`INSERT INTO ${table} SELECT * FROM unnest($1::int[], $2::text[], $3::int4[])`, [
      values.map((_, n) => n),
      values,
      values.map((value) => hashTerm(term(value))),
    ]);
  };
  await store("m_agent", tables.agents, TERM.id);
  await store("m_key", tables.keys, TERM.id);
  await store("m_dataset", tables.datasets, TERM.id);
  await store("m_source", tables.sources, TERM.id);
  await store("m_person", tables.people, TERM.id);
  await store("m_purpose", tables.purposes, TERM.purpose);
  await store("m_field", tables.fields, TERM.field);
  await store("m_reason", tables.reasons, TERM.reason);
  await store(
    "m_subject",
    Array.from({ length: SUBJECTS }, () => `sub_${randomBytes(16).toString("hex")}`),
    TERM.subject,
  );
  await client.query(FIELD_LISTS);
  await client.query("ANALYZE");
}

const fixed = (term: string): number => hashTerm(term);

/** Two events for a number: a decision, and mostly the read that follows it. Few agents, datasets and customers are in most of them. */
const MAKE = `
  CREATE TEMP TABLE m_made AS WITH number AS (SELECT n, md5(n::text) AS h, $3::timestamptz + ($4::float8 * n / $5::float8) * interval '1 millisecond' AS at FROM generate_series($1::bigint, $2::bigint) n),
  drawn AS MATERIALIZED (
    SELECT n, h, at, ('x' || substr(h, 1, 8))::bit(32)::int8 & 2147483647 AS a, ('x' || substr(h, 9, 8))::bit(32)::int8 & 2147483647 AS b, ('x' || substr(h, 17, 8))::bit(32)::int8 & 2147483647 AS c,
      (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8' || lpad(to_hex(n % 268435456), 7, '0') || substr(h, 5, 8))::uuid AS id,
      (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(h, 4, 3) || '9' || lpad(to_hex(n % 268435456), 7, '0') || substr(h, 8, 8))::uuid AS request_id FROM number),
  chosen AS (
    SELECT d.*, ag.value AS agent, ag.term AS agent_t, k.value AS key, k.term AS key_t, ds.value AS dataset, ds.term AS dataset_t, so.value AS source, so.term AS source_t,
      pu.value AS purpose, pu.term AS purpose_t, re.value AS reason, re.term AS reason_t, su.value AS subject, su.term AS subject_t,
      d.n % 2 = 0 AS is_decision, d.b % 100 < 4 AS is_denied
    FROM drawn d
    JOIN m_agent ag ON ag.n = floor(200 * power((a % 100000) / 100000.0, 3))::int
    JOIN m_key k ON k.n = ag.n
    JOIN m_dataset ds ON ds.n = floor(40 * power((b % 99991) / 99991.0, 2.5))::int
    JOIN m_source so ON so.n = ds.n % 3
    JOIN m_purpose pu ON pu.n = ((a + b) % 8)::int
    JOIN m_reason re ON re.n = floor(12 * power((c % 9973) / 9973.0, 3))::int
    JOIN m_subject su ON su.n = floor(${SUBJECTS} * power((c % 1000003) / 1000003.0, 4))::int),
  fielded AS (
    SELECT ch.*, fs.object, fs.terms AS fields_t FROM chosen ch JOIN m_fields fs ON fs.n = (ch.b % 20 * 4 + ch.a % 4)::int),
  written AS (
    SELECT *, CASE WHEN is_decision THEN format(
      '{"action":"access.decided","actor":{"id":"%1$s","keyId":"%2$s","kind":"agent"},"address":"10.0.%3$s.7","agentId":"%1$s","at":"%4$s","basis":{"policyVersion":"812","scopes":[{"scopeId":"%5$s","version":3}]},"dataset":"customers","datasetId":"%5$s","decision":"%6$s","door":"read","fields":{%7$s},"filterFields":[],"id":"%8$s","keyId":"%2$s","limit":50,"orderFields":[],"purpose":"%9$s","reason":"%10$s","requestId":"%11$s","sourceId":"%12$s"}',
      agent, key, a % 250, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), dataset, CASE WHEN is_denied THEN 'deny' ELSE 'allow' END, object, id, purpose, CASE WHEN is_denied THEN reason ELSE 'granted' END, request_id, source)
    ELSE format(
      '{"action":"access.completed","actor":{"id":"%1$s","keyId":"%2$s","kind":"agent"},"address":"10.0.%3$s.7","agentId":"%1$s","at":"%4$s","datasetId":"%5$s","decisionId":"%6$s","durationMs":%7$s,"id":"%8$s","keyId":"%2$s","outcome":"released","payloadDigest":"%9$s%9$s","purpose":"%10$s","requestId":"%11$s","rowCount":1,"sourceId":"%12$s","subjects":["%13$s"]}',
      agent, key, a % 250, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), dataset, request_id, a % 90, id, h, purpose, request_id, source, subject) END AS text
    FROM fielded)
  SELECT * FROM written ORDER BY id`;

/** The field lists that decisions have: which fields, and how each is shown. */
const FIELD_LISTS = `
  CREATE TEMP TABLE m_fields AS
  SELECT s * 4 + t AS n, string_agg(format('"%s":"%s"', fi.value, (ARRAY['clear', 'clear', 'mask', 'withheld'])[1 + (t + fi.n) % 4]), ',' ORDER BY fi.value) AS object,
    array_agg(fi.term) AS terms
  FROM generate_series(0, 19) s, generate_series(0, 3) t, m_field fi WHERE fi.n / ${FIELDS_A_DECISION} = s GROUP BY s, t`;

const EVENTS = `
  INSERT INTO audit_event (id, at, action, actor_kind, actor_id, agent_id, key_id, source_id, dataset_id, decision, reason, purpose, request_id, text)
  SELECT id, at, CASE WHEN is_decision THEN 'access.decided' ELSE 'access.completed' END, 'agent', agent, agent::uuid, key::uuid, source::uuid, dataset::uuid,
    CASE WHEN is_decision THEN CASE WHEN is_denied THEN 'deny' ELSE 'allow' END END, CASE WHEN is_decision THEN CASE WHEN is_denied THEN reason ELSE 'granted' END END, purpose, request_id, text
  FROM m_made ORDER BY id`;

const FACETS = `
  INSERT INTO audit_facet (id, terms)
  SELECT id, CASE WHEN is_decision THEN ARRAY[${fixed(TERM.action("access.decided"))}, ${fixed(TERM.actorKind("agent"))}, agent_t, key_t, dataset_t, source_t, purpose_t,
      CASE WHEN is_denied THEN ${fixed(TERM.decision("deny"))} ELSE ${fixed(TERM.decision("allow"))} END, CASE WHEN is_denied THEN reason_t ELSE ${fixed(TERM.reason("granted"))} END] || fields_t
    ELSE ARRAY[${fixed(TERM.action("access.completed"))}, ${fixed(TERM.actorKind("agent"))}, agent_t, key_t, dataset_t, source_t, purpose_t, subject_t] END
  FROM m_made ORDER BY id`;

/** A statement that makes a table takes no parameters. */
function toText(statement: string, values: readonly (string | number)[]): string {
  return statement.replaceAll(/\$(\d)(?=::)/g, (_, index: string) =>
    pg.escapeLiteral(String(values[Number(index) - 1])),
  );
}

/**
 * Makes so many events by SQL, with what they are searched by, in a database that has none: about 15,000 a second. Triggers are off, so
 * they have no entries in the log. For a superuser.
 */
export async function makeEvents(
  superuserUrl: string,
  count: number,
  say: (line: string) => void,
): Promise<MadeEvents> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const tables = chooseTables();
    await client.query(
      "SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '64MB'; SET enable_nestloop = off; SET enable_mergejoin = off; SET jit = off; SET maintenance_work_mem = '512MB'",
    );
    await client.query("SELECT ensure_audit_months(12)");
    await storeTables(client, tables);
    const now = new Date();
    const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
    const to = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + MONTHS, 1));
    await client.query("DROP INDEX audit_facet_terms_idx");
    for (let first = 0; first < count; first += BATCH) {
      const last = Math.min(count, first + BATCH) - 1;
      const values = [first, last, from.toISOString(), to.getTime() - from.getTime() - 1, count];
      await client.query(toText(MAKE, values));
      await client.query(EVENTS);
      await client.query(FACETS);
      await client.query("DROP TABLE m_made");
      say(`made ${Math.min(count, first + BATCH).toLocaleString("en")} events`);
    }
    await client.query(
      'CREATE INDEX "audit_facet_terms_idx" ON "audit_facet" USING gin ("terms") WITH (gin_pending_list_limit = 512)',
    );
    const { rows } = await client.query<{ value: string }>(
      "SELECT value FROM m_subject WHERE n IN (0, 5, 100, 5000, 150000) ORDER BY n",
    );
    await client.query("VACUUM (ANALYZE) audit_event");
    await client.query("VACUUM (ANALYZE) audit_facet");
    return { ...tables, subjects: rows.map(({ value }) => value), from, to };
  } finally {
    await client.end();
  }
}
