import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { DrillFinding } from "@/lib/audit/decision-event";
import type { Transaction } from "@/lib/db/client";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { FreezeDrillId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { loadDrillFindings } from "./load-drill-findings";

export const RunDrillInput = z.object({ agentId: z.uuid("choose an agent") });
export type RunDrillInput = z.input<typeof RunDrillInput>;

export type DrillResult = {
  drillId: FreezeDrillId;
  hasPassed: boolean;
  /** Why nothing was frozen; null where it was. */
  obstacle: string | null;
  processes: DrillFinding[];
};

/** What a process has, after a freeze, to refuse: the promise that is drilled. */
export const REFUSED_WITHIN_MS = 1_000;
const ARM_MS = 4_000;
const REFUSE_MS = 5_000;
const LOOK_MS = 20;
/** A drill whose own process went away in the middle no longer stands in the way. */
const ABANDONED_MS = 60_000;

type Started = { drillId: FreezeDrillId; agentId: string; personId: string };

async function assertDrillable(tx: Transaction, agentId: string, now: Date): Promise<string> {
  const agent = await tx.agent.findUnique({ where: { id: agentId }, select: { state: true } });
  if (agent === null) throw new DomainError("not_found", "There is no such agent.", "agentId");
  const key = await tx.agentKey.findFirst({
    where: { agentId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  if (agent.state !== "active" || key === null)
    throw new DomainError("conflict", "A drill needs an active agent with a live key.", "agentId");
  return key.id;
}

async function start(ctx: RequestContext, agentId: string, personId: string): Promise<Started> {
  const drillId = newId(ctx.now) as FreezeDrillId;
  return commit(ctx, async (tx) => {
    const keyId = await assertDrillable(tx, agentId, ctx.now);
    await tx.freezeDrill.updateMany({
      where: { endedAt: null, startedAt: { lt: new Date(ctx.now.getTime() - ABANDONED_MS) } },
      data: { endedAt: ctx.now, hasPassed: false },
    });
    const drill = { id: drillId, agentId, keyId, startedById: personId, startedAt: ctx.now };
    const { count } = await tx.freezeDrill.createMany({ data: [drill], skipDuplicates: true });
    if (count === 0) throw new DomainError("conflict", "A drill is running: wait for its result.");
    const processCount = await tx.$executeRaw`
      INSERT INTO drill_answer (drill_id, process_id)
      SELECT ${drillId}::uuid, id FROM gate_process WHERE seen_at > clock_timestamp() - interval '3 seconds'`;
    if (processCount === 0) throw new DomainError("conflict", "No gate process runs, so there is nothing to measure.");
    return {
      result: { drillId, agentId, personId },
      events: [{ action: "drill.started", drillId, agentId, processCount }],
    };
  });
}

async function until(drillId: string, column: "allowedAt" | "refusedAt", waitMs: number): Promise<boolean> {
  const end = performance.now() + waitMs;
  for (;;) {
    const missing = await reader().drillAnswer.count({ where: { drillId, [column]: null } });
    if (missing === 0) return true;
    if (performance.now() > end) return false;
    await wait(LOOK_MS);
  }
}

function freeze(ctx: RequestContext, { drillId, agentId, personId }: Started): Promise<void> {
  return commit(ctx, async (tx) => {
    const freezeId = newId(ctx.now);
    const note = "A freeze drill.";
    const row = { id: freezeId, target: "agent" as const, agentId, reason: note, drillId };
    await tx.freeze.create({ data: { ...row, frozenById: personId, frozenAt: ctx.now } });
    await tx.$executeRaw`UPDATE freeze_drill SET frozen_at = clock_timestamp() WHERE id = ${drillId}::uuid`;
    return { result: undefined, events: [{ action: "freeze.set", freezeId, target: "agent", agentId, note }] };
  });
}

/** Lifts what the drill froze and files what was found, together. */
async function finish(ctx: RequestContext, started: Started, obstacle: string | null): Promise<DrillResult> {
  const { drillId, agentId, personId } = started;
  const processes = await loadDrillFindings(drillId);
  const slowest = processes.map(({ refusedMs }) => refusedMs ?? Number.POSITIVE_INFINITY);
  const max = Math.max(...slowest);
  const hasPassed = obstacle === null && max <= REFUSED_WITHIN_MS;
  return commit(ctx, async (tx) => {
    const now = new Date();
    const lift = { liftReason: "The drill is done.", liftedById: personId, liftedAt: now };
    await tx.freeze.updateMany({ where: { drillId, liftedAt: null }, data: lift });
    await tx.freezeDrill.update({ where: { id: drillId }, data: { endedAt: now, hasPassed } });
    const outcome = hasPassed ? "passed" : "failed";
    const refusedMsMax = Number.isFinite(max) ? max : null;
    const found = { ...(obstacle !== null && { reason: obstacle }), processes, refusedMsMax };
    return {
      result: { drillId, hasPassed, obstacle, processes },
      events: [{ action: "drill.done", drillId, agentId, outcome, ...found }],
    };
  });
}

/**
 * Freezes an agent for real, measures in each gate process how soon it is refused, lifts that freeze and files the evidence. Nothing is
 * frozen unless every process allowed the agent just before. Takes some seconds. Throws `conflict` where a drill cannot begin.
 */
export async function runDrill(ctx: RequestContext, input: RunDrillInput): Promise<DrillResult> {
  authorize(ctx, "freeze:drill");
  const { personId } = getPersonActor(ctx);
  const { agentId } = parseInput(RunDrillInput, input);
  const started = await start(ctx, agentId, personId);
  if (!(await until(started.drillId, "allowedAt", ARM_MS)))
    return finish(ctx, started, "Not every gate process allowed the agent anything, so a refusal would show nothing.");
  const measure = async (): Promise<void> => {
    await freeze(ctx, started);
    await until(started.drillId, "refusedAt", REFUSE_MS);
  };
  // Whatever goes wrong, the agent does not stay frozen because of a drill.
  const failure = await measure().then(
    () => null,
    (error: unknown) => ({ error }),
  );
  const result = await finish(ctx, started, null);
  if (failure !== null) throw failure.error;
  return result;
}
