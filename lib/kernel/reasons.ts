/** Why a decision came out as it did: one sentence and one fix each, the same through every door. `{it}` stands for the thing named. */
export const REASONS = {
  granted: { sentence: "A live scope grants this.", fix: "Nothing to do." },
  agent_not_active: {
    sentence: "The agent is not active.",
    fix: "A steward activates it on the agent's page.",
  },
  frozen: { sentence: "Access is frozen.", fix: "An admin lifts the freeze, with a reason." },
  key_missing: { sentence: "No agent key was sent.", fix: "Send the header Authorization: Bearer ghk_…" },
  key_unknown: { sentence: "The agent key is not known.", fix: "Check the key, or have a steward issue a new one." },
  key_expired: { sentence: "The agent key has expired.", fix: "A steward issues a new key on the agent's page." },
  key_revoked: { sentence: "The agent key was revoked.", fix: "A steward issues a new key on the agent's page." },
  vendor_not_cleared: {
    sentence: "The agent's vendor has no approved, current data-policy checklist for this.",
    fix: "A steward renews the vendor's checklist.",
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
} as const;

export type ReasonCode = keyof typeof REASONS;

/** The sentence and fix of a reason with the thing named put in. `it` is a name from the catalogue or a number, never a value. */
export function explainReason(code: ReasonCode, it?: string): { sentence: string; fix: string } {
  const { sentence, fix } = REASONS[code];
  const name = it ?? "this";
  return { sentence: sentence.replaceAll("{it}", name), fix: fix.replaceAll("{it}", name) };
}
