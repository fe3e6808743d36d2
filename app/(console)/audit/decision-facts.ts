import { paths } from "@/app/(console)/paths";
import type { DecisionField, RestedOn } from "@/components/audit/decision-panel";
import type { StoredEvent } from "@/lib/audit/stored-event";
import type { ScopeId } from "@/lib/kernel/ids";
import { type FieldTreatment, TREATMENTS } from "@/lib/kernel/vocabulary";

type Decided = Extract<StoredEvent, { action: "access.decided" }>;

function toTreatment(text: string): FieldTreatment {
  return TREATMENTS.find((treatment) => treatment === text) ?? "withheld";
}

/** Each field with what became of it. Of a refused request nothing left, so a field that a scope would show is withheld too. */
export function toDecisionFields(event: Decided): DecisionField[] {
  return Object.entries(event.fields).map(([name, text]) => {
    const treatment = toTreatment(text);
    if (event.decision === "allow") return { name, treatment };
    return { name, treatment, outcome: event.decision === "hold" ? "held" : "denied" };
  });
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
