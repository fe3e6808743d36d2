import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { TRIAGE_KINDS, type TriageKind } from "@/lib/kernel/triage-kinds";

export type KindRule = {
  kind: TriageKind;
  minutesToDecide: number;
  /** 0 reminds nobody. */
  remindMinutesBefore: number;
  escalateMinutesBefore: number;
  /** Whether only working hours count. */
  isWorkingTime: boolean;
  approvalsNeeded: number;
  /** At or above this score triage holds, 0 to 1. */
  threshold: number;
};

/** How long each kind may wait and how many people it needs, the graver first. */
export async function listKindRules(ctx: RequestContext): Promise<KindRule[]> {
  authorize(ctx, "review_settings:read");
  const rules = await reader().kindRule.findMany({});
  return TRIAGE_KINDS.flatMap((kind) => rules.filter((rule) => rule.kind === kind));
}
