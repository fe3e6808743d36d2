import { commit } from "@/lib/audit/commit";
import type { AuditEvent, OneOrMore } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import type { RequestContext } from "@/lib/identity/request-context";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";
import { Undone } from "./commit-at";

/** One thing that time does to items or releases. */
export type ClockStep = {
  name: string;
  /** Ids that look due, in order, after the given one. */
  listDue: (now: Date, afterId: string, limit: number) => Promise<string[]>;
  /** Does it to one, if it is still due and nobody else has it locked: its events, or null. */
  settle: (tx: Transaction, now: Date, id: string) => Promise<OneOrMore<AuditEvent> | null>;
};

export type StepCount = { done: number; failed: number };

class NotDue extends Undone {}

const BATCH = 200;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

async function settleOne(ctx: RequestContext, { settle }: ClockStep, id: string): Promise<boolean> {
  try {
    await commit(ctx, async (tx) => {
      const events = await settle(tx, ctx.now, id);
      if (events === null) throw new NotDue();
      return { result: undefined, events };
    });
    return true;
  } catch (error) {
    if (error instanceof NotDue) return false;
    throw error;
  }
}

/** Does a step to everything that is due, each in a transaction of its own: one that fails is logged and holds up no other. */
export async function runClockStep(ctx: RequestContext, step: ClockStep, stop: AbortSignal): Promise<StepCount> {
  const count = { done: 0, failed: 0 };
  let due = await step.listDue(ctx.now, FIRST_ID, BATCH);
  while (due.length > 0) {
    for (const id of due) {
      if (stop.aborted) return count;
      try {
        if (await settleOne(ctx, step, id)) count.done += 1;
      } catch (error) {
        count.failed += 1;
        log("error", "clock_step_failed", { step: step.name, id, ...toErrorFacts(error) });
      }
    }
    due = due.length < BATCH ? [] : await step.listDue(ctx.now, due.at(-1) ?? FIRST_ID, BATCH);
  }
  return count;
}
