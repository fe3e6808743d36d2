import { setTimeout as wait } from "node:timers/promises";
import { getWriterPool } from "@/lib/db/pool";
import { newSystemContext } from "@/lib/identity/new-context";
import type { AgentActor } from "@/lib/identity/request-context";
import type { AccessDecision, AccessRequest } from "@/lib/kernel/access";
import { listJoined } from "@/lib/kernel/decide-access";
import type { AgentId, AgentKeyId } from "@/lib/kernel/ids";
import { type EvaluatedAccess, evaluateAccess } from "./evaluate-access";
import { getCurrentPolicy } from "./get-current-policy";

const BETWEEN_MS = 10;
/** A drill that nobody ended is left alone after this. */
const GIVE_UP_MS = 15_000;

type Drill = { id: string; agentId: string; keyId: string };
type Question = Omit<AccessRequest, "keyId" | "rowsUsed">;

const OPEN = `
  SELECT d.id, d.agent_id AS "agentId", d.key_id AS "keyId" FROM drill_answer a JOIN freeze_drill d ON d.id = a.drill_id
  WHERE a.process_id = $1 AND a.refused_at IS NULL AND d.ended_at IS NULL`;
const ALLOWED = `
  UPDATE drill_answer SET allowed_at = coalesce(allowed_at, clock_timestamp()), last_allowed_at = clock_timestamp()
  WHERE drill_id = $1 AND process_id = $2`;
const REFUSED =
  "UPDATE drill_answer SET refused_at = clock_timestamp(), decision_id = $3 WHERE drill_id = $1 AND process_id = $2";
const IS_OPEN = "SELECT 1 FROM freeze_drill WHERE id = $1 AND ended_at IS NULL";

/** Something that the agent may read now, wholly as granted; null when there is nothing. */
async function findQuestion({ agentId }: Drill): Promise<Question | null> {
  const { snapshot } = await getCurrentPolicy(agentId as AgentId);
  for (const [dataset, policy] of snapshot.datasets) {
    const free = listJoined(policy, snapshot, Date.now()).find(([, joined]) => !joined.needsCase);
    if (free === undefined) continue;
    const rest = { fields: null, filterFields: [], orderFields: [], limit: null, case: null };
    return { dataset, purpose: free[0], ...rest };
  }
  return null;
}

function decide({ agentId, keyId }: Drill, question: Question): Promise<EvaluatedAccess> {
  const actor: AgentActor = { kind: "agent", agentId: agentId as AgentId, keyId: keyId as AgentKeyId };
  return evaluateAccess(newSystemContext("gate"), actor, question, "evaluation");
}

const isFrozen = (decision: AccessDecision): boolean => decision.reason === "frozen_agent";

/** Decides for the canary over and over as a request of its own would, until it is refused because it is frozen. */
async function answer(drill: Drill, processId: string, signal: AbortSignal): Promise<void> {
  const question = await findQuestion(drill);
  if (question === null) return;
  const giveUpAt = performance.now() + GIVE_UP_MS;
  while (!signal.aborted && performance.now() < giveUpAt) {
    const { decision, decisionId } = await decide(drill, question);
    if (decision.effect === "allow") await getWriterPool().query(ALLOWED, [drill.id, processId]);
    if (isFrozen(decision)) {
      await getWriterPool().query(REFUSED, [drill.id, processId, decisionId]);
      return;
    }
    const { rowCount } = await getWriterPool().query(IS_OPEN, [drill.id]);
    if (rowCount === 0) return;
    await wait(BETWEEN_MS);
  }
}

/** Takes part in every drill that waits for this process. Throws when the database does not answer. */
export async function answerDrills(processId: string, signal: AbortSignal): Promise<void> {
  const { rows } = await getWriterPool().query<Drill>(OPEN, [processId]);
  for (const drill of rows) await answer(drill, processId, signal);
}
