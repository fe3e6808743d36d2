/** `page` says whose page in the console the fix is made on, where a link to it can be given. */
type Reason = { sentence: string; fix: string; page?: "vendor" };

const LIFT =
  "An admin proposes to lift the freeze, with a reason, and a second admin approves it: in the settings, under Freeze.";

/** Why a decision came out as it did: one sentence and one fix each, the same through every door. `{it}` stands for the thing named. */
export const REASONS = {
  granted: { sentence: "A live scope grants this.", fix: "Nothing to do." },
  agent_not_active: {
    sentence: "The agent is not active.",
    fix: "A steward activates it on the agent's page.",
  },
  frozen_everything: { sentence: "All access by agents is frozen.", fix: LIFT },
  frozen_vendor: { sentence: "The agent's vendor, or one that stands behind it, is frozen.", fix: LIFT },
  frozen_source: { sentence: "The source behind this dataset is frozen.", fix: LIFT },
  frozen_agent: { sentence: "The agent is frozen.", fix: LIFT },
  key_missing: { sentence: "No agent key was sent.", fix: "Send the header Authorization: Bearer ghk_…" },
  key_unknown: { sentence: "The agent key is not known.", fix: "Check the key, or have a steward issue a new one." },
  key_expired: { sentence: "The agent key has expired.", fix: "A steward issues a new key on the agent's page." },
  key_revoked: { sentence: "The agent key was revoked.", fix: "A steward issues a new key on the agent's page." },
  dispatcher_key_unknown: {
    sentence: "No dispatcher key that counts was sent: it is missing, unknown, expired or revoked.",
    fix: "Send the header Authorization: Bearer ghd_…; a steward issues one in the settings, under Dispatchers.",
  },
  vendor_absent: {
    sentence: "The agent has no vendor, so nobody was asked how it handles data.",
    fix: "A steward names its vendor on the agent's page.",
  },
  vendor_not_assessed: {
    sentence: "The agent's vendor has no approved assessment.",
    fix: "A steward fills in the checklist on the vendor's page, and a second person approves it.",
    page: "vendor",
  },
  vendor_rejected: {
    sentence: "The assessment of the agent's vendor was rejected.",
    fix: "A steward starts the next assessment on the vendor's page once the vendor has changed what was wrong.",
    page: "vendor",
  },
  vendor_expired: {
    sentence: "The approved assessment of the agent's vendor has expired.",
    fix: "A steward starts the next assessment on the vendor's page, and a second person approves it.",
    page: "vendor",
  },
  vendor_must_failed: {
    sentence: "The vendor's answer to {it}, which it must meet, was rejected or has expired.",
    fix: "A steward renews the assessment on the vendor's page, or has an exception approved.",
    page: "vendor",
  },
  vendor_contract_lapsed: {
    sentence: "The contract or data-processing agreement with the agent's vendor has ended.",
    fix: "A steward enters the renewed agreement on the vendor's page.",
    page: "vendor",
  },
  vendor_certificate_lapsed: {
    sentence: "The certificate {it}, which the vendor's approval rests on, is not valid.",
    fix: "A steward enters the renewed certificate on the vendor's page.",
    page: "vendor",
  },
  vendor_subprocessor_not_cleared: {
    sentence: "{it}, which gets all that the agent's vendor gets, is not cleared itself.",
    fix: "A steward has that subprocessor assessed, or takes it from the vendor's page once the vendor works without it.",
    page: "vendor",
  },
  vendor_region: {
    sentence: "The vendor was approved for regions that the agent does not run in, or nobody said where it runs.",
    fix: "A steward enters on the agent's page where it runs, or has the vendor approved for that region.",
    page: "vendor",
  },
  vendor_purpose: {
    sentence: "The vendor was not approved for this purpose.",
    fix: "Use another purpose, or have the vendor approved for this one.",
    page: "vendor",
  },
  vendor_condition: {
    sentence: "The vendor was not approved for what {it} holds, so it is withheld.",
    fix: "Work without the field, or have the vendor approved for its category.",
    page: "vendor",
  },
  sponsor_absent: {
    sentence: "The agent's sponsor is no longer active, so nobody answers for it.",
    fix: "A steward names another sponsor on the agent's page.",
  },
  subject_not_caller: {
    sentence: "An agent can ask only about itself.",
    fix: "Name as the subject the agent whose key is sent: type agent, and its id or name.",
  },
  resource_not_dataset: {
    sentence: "Only datasets are known here as resources.",
    fix: "Use the resource type dataset and the dataset's name as its id.",
  },
  action_unknown: { sentence: "Only reading is known here as an action.", fix: "Use the action read." },
  tenant_rule: { sentence: "A rule of the tenant permits this.", fix: "Nothing to do." },
  tenant_no_rule: {
    sentence: "No rule of the tenant permits this.",
    fix: "A steward adds a rule to the tenant's policy if it should.",
  },
  tenant_subject_unknown: {
    sentence: "The tenant's policy names no such subject.",
    fix: "Check the subject's type and id, or have a steward add it to the tenant's policy.",
  },
  tenant_resource_unknown: {
    sentence: "The tenant's policy names no such resource.",
    fix: "Check the resource's type and id, or have a steward add it to the tenant's policy.",
  },
  dataset_not_granted: {
    sentence: "No dataset of this name is granted to this agent.",
    fix: "Ask what is granted (GET /v1/me), or have a steward grant a scope on it.",
  },
  scope_expired: {
    sentence: "The scope on this dataset has expired.",
    fix: "A steward renews the scope.",
  },
  purpose_unknown: {
    sentence: "This purpose is not known here.",
    fix: "Use one of the purposes that GET /v1/me lists for the dataset.",
  },
  purpose_not_allowed: {
    sentence: "The scope does not allow this purpose.",
    fix: "Use a purpose the scope lists, or have a steward add this one to the scope.",
  },
  case_required: {
    sentence: "The scope gives rows only within a case of one customer, and none is open.",
    fix: "Have the dispatcher open a case and send its token.",
  },
  case_unknown: {
    sentence: "The case token is not known.",
    fix: "Send the token as the dispatcher got it, in the header Gatehouse-Case.",
  },
  case_foreign: {
    sentence: "The case was opened for another agent.",
    fix: "Have the dispatcher open a case for this agent.",
  },
  case_closed: {
    sentence: "The case is closed.",
    fix: "Have the dispatcher open another case if there is still work.",
  },
  case_expired: {
    sentence: "The case has run out.",
    fix: "Have the dispatcher open another case if there is still work.",
  },
  case_unlinked: {
    sentence: "Nothing in the catalogue says which rows of this dataset are about the customer of the case.",
    fix: "A steward names the dataset's subject key, joined by a foreign key to the dataset that the case was opened on.",
  },
  field_unknown: {
    sentence: "The dataset has no field {it}.",
    fix: "Use the field names that GET /v1/me lists.",
  },
  field_withheld: {
    sentence: "The scope does not grant {it}, so it is withheld.",
    fix: "A steward adds the field to the scope if the purpose needs it.",
  },
  field_vanished: {
    sentence: "The column behind {it} is gone from the source or changed its type.",
    fix: "A steward runs discovery and confirms the field.",
  },
  field_restricted: {
    sentence: "Overlapping scopes treat {it} differently, and the strictest one counts.",
    fix: "A steward revokes or changes one of the overlapping scopes.",
  },
  field_treated: {
    sentence: "The scope shows {it} treated, not in clear.",
    fix: "A steward changes the treatment if the purpose needs it.",
  },
  no_field_granted: {
    sentence: "None of the fields asked for is granted.",
    fix: "Ask for fields that GET /v1/me lists as clear or masked.",
  },
  filter_on_protected_field: {
    sentence: "{it} is not released in clear, so it cannot be used in a filter.",
    fix: "Filter on fields that are released in clear.",
  },
  order_on_protected_field: {
    sentence: "{it} is not released in clear, so rows cannot be ordered by it.",
    fix: "Order by fields that are released in clear.",
  },
  limit_too_high: {
    sentence: "The scope gives fewer rows a request than were asked for.",
    fix: "Lower the limit to {it} and page with the cursor.",
  },
  rows_per_day_reached: {
    sentence: "The rows that may be given in a day (UTC) are used up: {it} are left.",
    fix: "Ask for no more rows than are left, or wait for the next day; a steward raises the cap if the work needs it.",
  },
  subjects_per_day_reached: {
    sentence: "The customers that may be seen in a day (UTC) are used up: {it} more may be seen.",
    fix: "Ask about customers that were read today, or wait for the next day; a steward raises the cap if the work needs it.",
  },
  release_used: {
    sentence: "This release was redeemed already, and it counts once.",
    fix: "Report its outcome; submit the message again if it must be done once more.",
  },
  release_expired: {
    sentence: "The release was not redeemed in time.",
    fix: "Submit the message again if it is still wanted.",
  },
  release_revoked: {
    sentence: "The release was taken back.",
    fix: "Ask the agent's owner why; submit the message again if it is still wanted.",
  },
  release_not_in_force: {
    sentence: "The held item behind this release is no longer approved.",
    fix: "Ask for the hold's status (GET /v1/holds/{id}).",
  },
  digest_differs: {
    sentence: "The digest is not that of what was approved, so nothing is released.",
    fix: "Send the digest that the hold's status names, and do exactly what the redeemed release says.",
  },
  policy_unavailable: {
    sentence: "Gatehouse cannot confirm the policy in force, so it refuses.",
    fix: "Try again in a moment; an operator checks the database.",
  },
} as const satisfies Record<string, Reason>;

export type ReasonCode = keyof typeof REASONS;

/** The sentence and fix of a reason with the thing named put in. `it` is a name from the catalogue or a number, never a value. */
export function explainReason(code: ReasonCode, it?: string): { sentence: string; fix: string } {
  const { sentence, fix } = REASONS[code];
  const name = it ?? "this";
  return { sentence: sentence.replaceAll("{it}", name), fix: fix.replaceAll("{it}", name) };
}

/** Whose page the fix is made on, or null. */
export function findReasonPage(code: ReasonCode): "vendor" | null {
  const reason: Reason = REASONS[code];
  return reason.page ?? null;
}
