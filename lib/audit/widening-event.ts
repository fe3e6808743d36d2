import type { Json } from "@/lib/kernel/canonical-json";
import type { WideningKind } from "@/lib/kernel/widening-state";

type Change<Action extends string, Details extends Record<string, Json | undefined>> = { action: Action } & Details;

type Subject = { wideningId: string; kind: WideningKind; agentId?: string; datasetId?: string; scopeId?: string };

/** The two-person rule: what was proposed, who agreed, and who was refused. What is granted in the end is the scope's own event. */
export type WideningEvent =
  | Change<"widening.proposed", Subject & { baseVersion: number | null; note: string; after: Json }>
  | Change<"widening.approved", Subject & { proposedById: string; note: string }>
  | Change<"widening.rejected", Subject & { proposedById: string; note: string }>
  | Change<"widening.withdrawn", Subject>
  | Change<"widening.refused", { wideningId: string; reason: string }>
  | Change<"two_person_rule.switched", { after: { isOn: boolean } }>;
