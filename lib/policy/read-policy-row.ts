import { reader } from "@/lib/db/reader";
import type { AgentId } from "@/lib/kernel/ids";
import { PolicyRow } from "./policy-rows";

/** Reads all that decides about one agent in a single statement, hence at one version of the policy. Null for an unknown agent. */
export async function readPolicyRow(agentId: AgentId): Promise<PolicyRow | null> {
  const rows = await reader().$queryRaw<{ policy: unknown }[]>`
    WITH live AS (
      SELECT s.id, s.dataset_id, v.id AS version_id, v.number, v.purposes, v.row_bound, v.requires_case, v.rows_per_request_max, v.rows_per_day_max, v.subjects_per_day_max, v.expires_at
      FROM scope s JOIN scope_version v ON v.scope_id = s.id AND v.number = s.version
      WHERE s.agent_id = ${agentId}::uuid AND s.revoked_at IS NULL
    )
    SELECT jsonb_build_object(
      'version', (SELECT version::text FROM policy_clock WHERE id = 1),
      'agentId', a.id,
      'name', a.name,
      'state', a.state,
      'rowsPerDayMax', a.rows_per_day_max,
      'subjectsPerDayMax', a.subjects_per_day_max,
      'isSponsorPresent', (SELECT p.status = 'active' FROM person p WHERE p.id = a.sponsor_id),
      'vendorId', a.vendor_id,
      'region', a.region,
      'vendors', (SELECT coalesce(jsonb_agg(vf.fact), '[]') FROM vendor_facts(ARRAY[a.vendor_id]) vf),
      'freezes', (SELECT coalesce(jsonb_agg(jsonb_build_object('target', fr.target, 'id', coalesce(fr.vendor_id, fr.source_id, fr.agent_id))), '[]')
                  FROM "freeze" fr WHERE fr.lifted_at IS NULL),
      'keys', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                 'id', k.id, 'expiresAt', extract(epoch FROM k.expires_at) * 1000, 'isRevoked', k.revoked_at IS NOT NULL)), '[]')
               FROM agent_key k WHERE k.agent_id = a.id),
      'purposes', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'sentence', sentence) ORDER BY code), '[]') FROM purpose),
      'scopes', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                   'id', l.id, 'datasetId', l.dataset_id, 'version', l.number, 'purposes', to_jsonb(l.purposes),
                   'fields', (SELECT coalesce(jsonb_object_agg(f.field_name, f.treatment), '{}') FROM scope_field f WHERE f.scope_version_id = l.version_id),
                   'rowBound', l.row_bound, 'requiresCase', l.requires_case, 'rowsPerRequestMax', l.rows_per_request_max,
                   'rowsPerDayMax', l.rows_per_day_max, 'subjectsPerDayMax', l.subjects_per_day_max,
                   'expiresAt', extract(epoch FROM l.expires_at) * 1000) ORDER BY l.id), '[]') FROM live l),
      'datasets', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                     'id', d.id, 'sourceId', d.source_id, 'name', d.name, 'schemaName', d.schema_name, 'tableName', d.table_name,
                     'recordKind', d.record_kind, 'subjectKey', d.subject_key, 'isPresent', d.status <> 'vanished',
                     'fields', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                  'name', f.name, 'dataType', f.data_type, 'category', f.category, 'keyPosition', f.key_position,
                                  'isUsable', f.status NOT IN ('changed', 'vanished')) ORDER BY f.position, f.name), '[]')
                                FROM field f WHERE f.dataset_id = d.id)) ORDER BY d.name), '[]')
                   FROM dataset d WHERE d.id IN (SELECT dataset_id FROM live)),
      'references', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                       'datasetId', f.dataset_id, 'name', f.name, 'referencesDatasetId', f.references_dataset_id, 'referencesField', f.references_field)), '[]')
                     FROM field f WHERE f.references_dataset_id IS NOT NULL AND f.references_field IS NOT NULL)
    ) AS policy
    FROM agent a WHERE a.id = ${agentId}::uuid`;
  const row = rows[0];
  return row === undefined ? null : PolicyRow.parse(row.policy);
}
