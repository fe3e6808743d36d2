import { paths } from "@/app/(console)/paths";
import type { DecisionField, RestedOn } from "@/components/audit/decision-panel";
import type { StoredEvent } from "@/lib/audit/stored-event";
import type { ScopeId } from "@/lib/kernel/ids";
import { type FieldTreatment, TREATMENTS } from "@/lib/kernel/vocabulary";

type Decided = Extract<StoredEvent, { action: "access.decided" }>;

function toTreatment(text: string): FieldTreatment {
  return TREATMENTS.find((treatment) => treatment === text) ?? "withheld";
}

/** Each field with how the scopes show it; of a refused request the one that it was refused for is marked so. */
export function toDecisionFields(event: Decided): DecisionField[] {
  return Object.entries(event.fields).map(([name, text]) => ({
    name,
    treatment: toTreatment(text),
    ...(event.decision === "deny" && event.it === name && { outcome: "denied" as const }),
  }));
}

/** The scopes and the policy that the decision was taken on. */
export function toRestedOn(event: Decided): RestedOn[] {
  return [
    ...event.basis.scopes.map(({ scopeId, version }) => ({
      label: "Scope",
      value: `${scopeId.slice(-6)}, version ${version}`,
      href: paths.scope(scopeId as ScopeId),
    })),
    { label: "Policy", value: `version ${event.basis.policyVersion}` },
  ];
}
