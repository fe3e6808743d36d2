import { getReaderPool } from "@/lib/db/pool";
import { toFirstEventId } from "@/lib/audit/to-first-event-id";

export type Period = { from: Date; to: Date };
type Rows = Record<string, unknown>[];
type Fact = {
  title: string;
  /** The console's page that shows the same. */
  path: string;
  /** $1 and $2 are the period's first ids where `isOfPeriod`; otherwise it is of the moment of the export. */
  isOfPeriod: boolean;
  sql: string;
};

const COUNT = "count(*)::int AS count";
const EVENTS = "FROM audit_event WHERE id >= $1::uuid AND id < $2::uuid";
const CHANGES =
  "'agent', 'agent_key', 'scope', 'source', 'dataset', 'field', 'purpose', 'person', 'review_settings', 'kind_rule', 'vendor', 'assessment', 'checklist'";

const FACTS = {
  log: {
    title: "The log: size, signed head, anchors, verifications and alarms",
    path: "/audit",
    isOfPeriod: false,
    sql: `SELECT (SELECT json_build_object('origin', origin, 'size', size, 'at', at, 'keyId', key_id) FROM log_head) AS head,
            (SELECT json_agg(json_build_object('anchor', anchor, 'size', size, 'at', at, 'failedSince', failed_since)) FROM log_anchoring) AS anchors,
            (SELECT json_agg(v) FROM (SELECT at, size, is_intact, problem FROM log_verification ORDER BY id DESC LIMIT 100) v) AS verifications,
            (SELECT json_agg(a) FROM (SELECT at, kind, anchor, acknowledged_at FROM log_alarm ORDER BY id DESC LIMIT 100) a) AS alarms`,
  },
  log_period: {
    title: "How far back the log's detail reaches",
    path: "/audit",
    isOfPeriod: false,
    sql: `SELECT (SELECT at FROM audit_event ORDER BY id LIMIT 1) AS first_event, (SELECT at FROM audit_event ORDER BY id DESC LIMIT 1) AS last_event,
            (SELECT count(*)::int FROM audit_event WHERE action = 'log.detail_dropped') AS times_detail_was_dropped`,
  },
  decisions: {
    title: "Decisions on agents' requests, by outcome and reason",
    path: "/audit?action=access.decided",
    isOfPeriod: true,
    sql: `SELECT decision, reason, ${COUNT} ${EVENTS} AND action = 'access.decided' GROUP BY 1, 2 ORDER BY 1, 3 DESC`,
  },
  reads: {
    title: "Reads of customers' data, by dataset and purpose",
    path: "/audit?action=access.completed",
    isOfPeriod: true,
    sql: `SELECT (SELECT name FROM dataset WHERE dataset.id = dataset_id) AS dataset, purpose, ${COUNT}, coalesce(sum((text::jsonb ->> 'rowCount')::int), 0)::float8 AS rows
          ${EVENTS} AND action = 'access.completed' GROUP BY dataset_id, purpose ORDER BY 3 DESC`,
  },
  oversight: {
    title: "What people decided about held items",
    path: "/audit",
    isOfPeriod: true,
    sql: `SELECT action, ${COUNT} ${EVENTS} AND (starts_with(action, 'held_item.') OR starts_with(action, 'release.') OR starts_with(action, 'second_look.') OR action = 'review.refused')
          GROUP BY 1 ORDER BY 1`,
  },
  agents: {
    title: "Agents with what they are for and who answers for them",
    path: "/agents",
    isOfPeriod: false,
    sql: `SELECT a.id, a.name, a.description, a.state, a.model, v.name AS vendor, o.name AS owner, s.name AS sponsor, s.status AS sponsor_status
          FROM agent a LEFT JOIN vendor v ON v.id = a.vendor_id JOIN person o ON o.id = a.owner_id JOIN person s ON s.id = a.sponsor_id ORDER BY a.name LIMIT 5000`,
  },
  suppliers: {
    title:
      "Vendors: contract and processing agreement, newest decided assessment, certifications, subprocessors, agents",
    path: "/vendors",
    isOfPeriod: false,
    sql: `SELECT v.name AS vendor, v.criticality, v.regions, v.contract_until, v.dpa_until,
            (SELECT json_build_object('number', x.number, 'outcome', x.outcome, 'decidedAt', x.decided_at, 'validUntil', x.valid_until, 'openMusts', x.open_musts, 'conditions', x.conditions)
              FROM assessment x WHERE x.vendor_id = v.id AND x.decided_at IS NOT NULL ORDER BY x.decided_at DESC LIMIT 1) AS assessment,
            (SELECT json_agg(json_build_object('name', c.name, 'validUntil', c.valid_until) ORDER BY c.name) FROM certification c WHERE c.vendor_id = v.id) AS certifications,
            (SELECT json_agg(b.name ORDER BY b.name) FROM vendor_subprocessor r JOIN vendor b ON b.id = r.subprocessor_id WHERE r.vendor_id = v.id) AS subprocessors,
            (SELECT json_agg(a.name ORDER BY a.name) FROM agent a WHERE a.vendor_id = v.id) AS agents
          FROM vendor v ORDER BY v.name LIMIT 5000`,
  },
  scopes: {
    title: "Data scopes in force: purposes, fields and how they are shown",
    path: "/data",
    isOfPeriod: false,
    sql: `SELECT s.id, a.name AS agent, d.name AS dataset, s.version, v.purposes, v.expires_at, v.requires_case, v.rows_per_request_max,
            (SELECT json_object_agg(f.field_name, f.treatment) FROM scope_field f WHERE f.scope_version_id = v.id) AS fields
          FROM scope s JOIN scope_version v ON v.scope_id = s.id AND v.number = s.version JOIN agent a ON a.id = s.agent_id JOIN dataset d ON d.id = s.dataset_id
          WHERE s.revoked_at IS NULL ORDER BY a.name, d.name LIMIT 5000`,
  },
  catalogue: {
    title: "Fields by category, and how many a person has confirmed",
    path: "/data",
    isOfPeriod: false,
    sql: `SELECT category, ${COUNT}, count(*) FILTER (WHERE is_confirmed)::int AS confirmed FROM field GROUP BY 1 ORDER BY 1`,
  },
  sources: {
    title: "Connected sources and how their connections are protected",
    path: "/data",
    isOfPeriod: false,
    sql: `SELECT s.name, s.tls_mode, s.tested_at, (SELECT count(*)::int FROM dataset d WHERE d.source_id = s.id) AS datasets FROM source s ORDER BY 1`,
  },
  people: {
    title: "People, their roles, and sign-ins in the period",
    path: "/people",
    isOfPeriod: true,
    sql: `SELECT (SELECT json_agg(p) FROM (SELECT id, name, status, roles FROM person ORDER BY name LIMIT 5000) p) AS people,
            (SELECT json_object_agg(action, n) FROM (SELECT action, count(*)::int AS n ${EVENTS}
              AND action IN ('session.started', 'session.ended', 'sign_in.refused', 'person.roles_changed', 'person.disabled') GROUP BY 1) e) AS events`,
  },
  keys: {
    title: "Agents' keys: issued, expiring, revoked",
    path: "/agents",
    isOfPeriod: false,
    sql: `SELECT a.name AS agent, count(*) FILTER (WHERE k.revoked_at IS NULL AND k.expires_at > now())::int AS live,
            count(*) FILTER (WHERE k.revoked_at IS NOT NULL)::int AS revoked, min(k.expires_at) FILTER (WHERE k.revoked_at IS NULL AND k.expires_at > now()) AS next_expiry
          FROM agent_key k JOIN agent a ON a.id = k.agent_id GROUP BY 1 ORDER BY 1`,
  },
  traces: {
    title: "Times that somebody asked who saw a customer",
    path: "/audit?action=audit.subject_traced",
    isOfPeriod: true,
    sql: `SELECT ${COUNT} ${EVENTS} AND action = 'audit.subject_traced'`,
  },
  audit_reads: {
    title: "Who read and exported the audit",
    path: "/audit",
    isOfPeriod: true,
    sql: `SELECT action, (SELECT name FROM person WHERE person.id::text = actor_id) AS who, ${COUNT} ${EVENTS} AND starts_with(action, 'audit.') GROUP BY 1, 2 ORDER BY 1, 3 DESC`,
  },
  changes: {
    title: "Changes to agents, scopes, sources and people: each an event of the log",
    path: "/audit",
    isOfPeriod: true,
    sql: `SELECT e.id AS event, l.seq::float8 AS entry, e.at, e.action, (SELECT name FROM person WHERE person.id::text = e.actor_id) AS by
          FROM audit_event e LEFT JOIN log_entry l ON l.event_id = e.id
          WHERE e.id >= $1::uuid AND e.id < $2::uuid AND split_part(e.action, '.', 1) IN (${CHANGES}) ORDER BY e.id LIMIT 5000`,
  },
} as const satisfies Record<string, Fact>;
export type FactName = keyof typeof FACTS;

/** What Gatehouse holds on one matter: of the period, or as it stands now. */
export async function loadFact(
  name: FactName,
  { from, to }: Period,
): Promise<{ title: string; path: string; isOfPeriod: boolean; rows: Rows }> {
  const { title, path, isOfPeriod, sql } = FACTS[name];
  const values = isOfPeriod ? [toFirstEventId(from), toFirstEventId(to)] : [];
  const { rows } = await getReaderPool().query<Record<string, unknown>>(sql, values);
  return { title, path, isOfPeriod, rows };
}
