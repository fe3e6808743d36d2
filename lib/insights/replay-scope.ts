import { z } from "zod";
import { listDecisions } from "@/lib/audit/list-decisions";
import { getDataset } from "@/lib/catalog/get-dataset";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { loadChangedPolicy } from "@/lib/policy/load-changed-policy";
import { parseInput } from "@/lib/runtime/parse-input";
import { ScopeInput } from "@/lib/scopes/scope-input";
import { type Replay, replayDecisions } from "./internal/replay-decisions";

const DAY_MS = 86_400_000;
const DAYS = 30;
const REQUESTS_MAX = 5_000;

export const ReplayScopeInput = z.object({
  agentId: z.uuid("names no agent"),
  datasetId: z.uuid("names no dataset"),
  /** The scope that would be changed or ended; null for a new one. */
  scopeId: z.uuid("names no scope").nullable(),
  /** The scope as it would be; null where it would end. */
  scope: ScopeInput.omit({ note: true }).nullable(),
});
export type ReplayScopeInput = z.input<typeof ReplayScopeInput>;

/** The last 30 days of use, answered as things stand and as they would be. False: only the newest 5,000 requests were looked at. */
export type ScopeImpact = Replay & { days: number; isComplete: boolean };

/**
 * What a change of a scope would have done to what the agent asked of the dataset lately. Nothing is changed and nothing read. Requests
 * made before anything of the dataset was granted name it nowhere in the log and are not among them. Throws `not_found`.
 */
export async function replayScope(ctx: RequestContext, input: ReplayScopeInput): Promise<ScopeImpact> {
  authorize(ctx, "scope:read");
  const { agentId, datasetId, scopeId, scope } = parseInput(ReplayScopeInput, input);
  const { name } = await getDataset(ctx, { datasetId });
  const from = new Date(ctx.now.getTime() - DAYS * DAY_MS);
  const events = await listDecisions({ agentId, datasetId, from }, REQUESTS_MAX + 1);
  const { now, changed } = await loadChangedPolicy(agentId, { datasetId, scopeId, scope });
  const policies = { now: now.snapshot, changed: changed.snapshot };
  const replay = replayDecisions(events.slice(0, REQUESTS_MAX), name, policies, ctx.now.getTime());
  return { ...replay, days: DAYS, isComplete: events.length <= REQUESTS_MAX };
}
