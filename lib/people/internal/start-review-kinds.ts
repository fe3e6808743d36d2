import type { AuditEvent } from "@/lib/audit/event";
import { TRIAGE_KINDS, type TriageKind } from "@/lib/kernel/triage-kinds";
import type { Role } from "@/lib/kernel/vocabulary";

type Start = { kinds: TriageKind[]; events: AuditEvent[] };

/** Until somebody narrows it, a reviewer reviews every kind. */
export function startReviewKinds(personId: string, roles: readonly Role[], before: readonly TriageKind[]): Start {
  if (!roles.includes("reviewer") || before.length > 0) return { kinds: [...before], events: [] };
  const kinds = [...TRIAGE_KINDS];
  return { kinds, events: [{ action: "person.review_kinds_changed", personId, before: [], after: kinds }] };
}
