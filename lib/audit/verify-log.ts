import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { newId } from "@/lib/runtime/new-id";
import { commit } from "./commit";
import { LogBroken } from "./log/log-broken";
import { raiseAlarm } from "./log/raise-alarm";
import { type StoredVerdict, verifyStoredLog } from "./log/verify-stored-log";

/** Verifies the whole log and writes down how that came out. What is wrong is an alarm for everybody. */
export async function verifyLog(ctx: RequestContext): Promise<StoredVerdict> {
  authorize(ctx, "log:verify");
  const startedAt = performance.now();
  const verdict = await verifyStoredLog();
  const { size, isIntact, problem } = verdict;
  const entry = problem?.entry ?? null;
  const code = problem?.code ?? null;
  const durationMs = Math.round(performance.now() - startedAt);
  await commit(ctx, async (tx) => {
    const data = { id: newId(ctx.now), at: ctx.now, size, isIntact, problem: code, entry };
    await tx.logVerification.create({ data, select: { id: true } });
    const outcome = isIntact ? "intact" : "broken";
    return { result: null, events: [{ action: "log.verified", size, outcome, problem: code, entry, durationMs }] };
  });
  if (problem !== null) {
    const kind = problem.code === "missing" ? "shorter" : "different";
    await raiseAlarm(new LogBroken(kind, { anchor: null, foundSize: size, ...(entry === null ? {} : { entry }) }));
  }
  return verdict;
}
