import type { CountedHolder } from "@/lib/audit/cap-claim";
import { commit } from "@/lib/audit/commit";
import type { CapHolder } from "@/lib/kernel/access";
import { newSystemContext } from "@/lib/identity/new-context";
import { raiseAlert } from "@/lib/notices/raise-alert";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";

type Topic = "cap_near" | "cap_reached";

/** From here on people are told that a cap comes near. */
const NEAR = 0.8;
/** What this process has told on a day: a refusal that repeats is told once. */
const told = new Set<string>();
let toldOn = "";

function isCrossed(before: number, after: number, max: number | null): boolean {
  return max !== null && before < max * NEAR && after >= max * NEAR;
}

/** Whether a release of so many rows took one of its holders past the mark. */
export function isNearing(holders: readonly CapHolder[], counted: readonly CountedHolder[], rows: number): boolean {
  return counted.some(({ id, rows: after, subjects, freshSubjects }) => {
    const holder = holders.find((one) => one.id === id);
    if (holder === undefined) return false;
    const byRows = isCrossed(after - rows, after, holder.rowsMax);
    return byRows || isCrossed(subjects - freshSubjects, subjects, holder.subjectsMax);
  });
}

/** Alerts people that an agent comes near a cap, or was refused at one; once a day for each agent. What fails here is logged: the read is decided already. */
export async function raiseCapAlert(topic: Topic, agentId: string, day: string): Promise<void> {
  if (toldOn !== day) told.clear();
  toldOn = day;
  const key = `${topic} ${agentId}`;
  if (told.has(key)) return;
  told.add(key);
  const ctx = newSystemContext("gate");
  try {
    await commit(ctx, async (tx) => {
      const raised = await raiseAlert(tx, ctx.now, { topic, agentId, itemId: null });
      return { result: undefined, events: [raised ?? { action: "cap.alert_open", agentId, topic }] };
    });
  } catch (error) {
    told.delete(key);
    log("error", "cap_alert_not_raised", toErrorFacts(error));
  }
}
