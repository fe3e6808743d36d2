import { z } from "zod";
import { reader } from "@/lib/db/reader";
import type { AgentId } from "@/lib/kernel/ids";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";

const Kind = z.enum(TRIAGE_KINDS);

const KindRule = z.object({
  minutesToDecide: z.number(),
  remindMinutesBefore: z.number(),
  escalateMinutesBefore: z.number(),
  isWorkingTime: z.boolean(),
  approvalsNeeded: z.number(),
  threshold: z.number(),
});

/** Amounts are decimal strings. */
const ReviewPolicy = z.object({
  policyVersion: z.string(),
  ownerId: z.string(),
  sponsorId: z.string(),
  /** What the agent's ordinary messages are about. */
  topics: z.array(z.string()),
  setting: z.object({
    timeZone: z.string(),
    workDays: z.array(z.number()),
    workStartMinute: z.number(),
    workEndMinute: z.number(),
    claimMinutes: z.number(),
    releaseMinutes: z.number(),
    outcomeMinutes: z.number(),
    twoPersonAmount: z.string(),
    twoPersonCurrency: z.string(),
    sampleShare: z.number(),
    ordinaryMin: z.number(),
    classifierUrl: z.string().nullable(),
    classifierSecretSealed: z.string().nullable(),
  }),
  kindRules: z.record(Kind, KindRule),
  queues: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      position: z.number(),
      kinds: z.array(Kind),
      languages: z.array(z.string()),
      amountMin: z.string().nullable(),
      currency: z.string().nullable(),
      escalationIds: z.array(z.string()),
    }),
  ),
  /** Enabled ones, for every agent and for this one. */
  rules: z.array(
    z.object({
      name: z.string(),
      kind: Kind,
      phrases: z.array(z.string()),
      amountMin: z.string().nullable(),
      currency: z.string().nullable(),
      customerFlags: z.array(z.string()),
      languages: z.array(z.string()),
      actionKinds: z.array(z.string()),
    }),
  ),
  /** What the agent's own policy adds; null without one. */
  own: z
    .object({
      isAllHeld: z.boolean(),
      heldActionKinds: z.array(z.string()),
      thresholds: z.partialRecord(Kind, z.number()),
      ordinaryMin: z.number().nullable(),
      approvalsNeeded: z.number(),
    })
    .nullable(),
});
/** All that decides about an agent's messages, of one version of the policy. */
export type ReviewPolicy = z.output<typeof ReviewPolicy>;
export type ReviewSettings = ReviewPolicy["setting"];

/** Read in a single statement, hence of one moment. Null for an unknown agent. */
export async function loadReviewPolicy(agentId: AgentId): Promise<ReviewPolicy | null> {
  const rows = await reader().$queryRaw<{ policy: unknown }[]>`
    SELECT jsonb_build_object(
      'policyVersion', (SELECT version::text FROM policy_clock WHERE id = 1),
      'ownerId', a.owner_id, 'sponsorId', a.sponsor_id, 'topics', coalesce(to_jsonb(a.topics), '[]'),
      'setting', (SELECT jsonb_build_object(
                    'timeZone', time_zone, 'workDays', to_jsonb(work_days), 'workStartMinute', work_start_minute, 'workEndMinute', work_end_minute,
                    'claimMinutes', claim_minutes, 'releaseMinutes', release_minutes, 'outcomeMinutes', outcome_minutes,
                    'twoPersonAmount', two_person_amount::text, 'twoPersonCurrency', two_person_currency, 'sampleShare', sample_share,
                    'ordinaryMin', ordinary_min, 'classifierUrl', classifier_url, 'classifierSecretSealed', classifier_secret_sealed)
                  FROM review_setting WHERE id = 1),
      'kindRules', (SELECT jsonb_object_agg(kind, jsonb_build_object(
                      'minutesToDecide', minutes_to_decide, 'remindMinutesBefore', remind_minutes_before,
                      'escalateMinutesBefore', escalate_minutes_before, 'isWorkingTime', is_working_time,
                      'approvalsNeeded', approvals_needed, 'threshold', threshold)) FROM kind_rule),
      'queues', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                   'id', id, 'name', name, 'position', position, 'kinds', to_jsonb(kinds), 'languages', to_jsonb(languages),
                   'amountMin', amount_min::text, 'currency', currency, 'escalationIds', to_jsonb(escalation_ids))
                   ORDER BY position, id), '[]') FROM review_queue),
      'rules', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                  'name', name, 'kind', kind, 'phrases', to_jsonb(phrases), 'amountMin', amount_min::text, 'currency', currency,
                  'customerFlags', to_jsonb(customer_flags), 'languages', to_jsonb(languages), 'actionKinds', to_jsonb(action_kinds))
                  ORDER BY name), '[]')
                FROM triage_rule WHERE is_enabled AND (agent_id IS NULL OR agent_id = a.id)),
      'own', (SELECT jsonb_build_object(
                'isAllHeld', is_all_held, 'heldActionKinds', to_jsonb(held_action_kinds), 'thresholds', thresholds,
                'ordinaryMin', ordinary_min, 'approvalsNeeded', approvals_needed)
              FROM agent_review_policy WHERE agent_id = a.id)
    ) AS policy
    FROM agent a WHERE a.id = ${agentId}::uuid`;
  const row = rows[0];
  return row === undefined ? null : ReviewPolicy.parse(row.policy);
}
