import type { AccessFlag, AccessItemKind, AccessItemOutcome } from "@/lib/kernel/access-item-state";
import type { FindingKind } from "@/lib/kernel/find-scope-findings";

export const ACCESS_KIND_WORDS: { readonly [K in AccessItemKind]: string } = {
  agent: "Agent",
  scope: "Scope",
  roles: "Roles",
};

export const ACCESS_OUTCOME_WORDS: { readonly [O in AccessItemOutcome]: string } = {
  keep: "Kept",
  narrow: "Narrowed",
  revoke: "Revoked",
  suspended: "Suspended: nobody answered",
  not_possible: "Could not be suspended",
};

const FLAG_WORDS: { readonly [F in AccessFlag | FindingKind]: string } = {
  sponsor_absent: "nobody answers for it",
  no_live_scope: "has no live scope",
  not_signed_in_lately: "not signed in for 90 days",
  several_roles: "several roles",
  never_used: "never used",
  unused: "not used for 30 days",
  fields_never_used: "fields never used",
  fields_unused: "fields not used for 30 days",
  sensitive_in_clear: "sensitive fields in clear",
  ends_late: "ends late",
  unbounded: "reaches every row",
  broader_than_peers: "broader than similar agents",
};

/** What a flag says; one that is not known any more says its code. */
export function toFlagWords(flag: string): string {
  return Object.entries(FLAG_WORDS).find(([code]) => code === flag)?.[1] ?? flag.replaceAll("_", " ");
}
