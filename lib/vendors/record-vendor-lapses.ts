import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { findPhase, toVendorPhases, type VendorPhase } from "@/lib/kernel/vendor-state";
import { newId } from "@/lib/runtime/new-id";
import { loadAllVendorFacts } from "./internal/all-vendor-facts";
import { tellOwners } from "./internal/tell-owners";

type Lapse = { vendorId: string; phase: VendorPhase };

type Stage = "cleared" | "grace" | "closed";

function toStage(phase: VendorPhase | undefined): Stage | null {
  if (phase === undefined) return null;
  return phase.isCleared ? (phase.isInGrace ? "grace" : "cleared") : "closed";
}

/** The phase in which what holds now began by itself: closed after cleared, or in grace after not. */
function findLapse(phases: readonly VendorPhase[], now: number): VendorPhase | null {
  const phase = findPhase(phases, now);
  const stage = toStage(phase ?? undefined);
  if (phase === null || stage === "cleared") return null;
  let first = phases.indexOf(phase);
  while (toStage(phases[first - 1]) === stage) first -= 1;
  const before = toStage(phases[first - 1]);
  const isWorse = before === "cleared" || (before === "grace" && stage === "closed");
  return isWorse ? (phases[first] ?? null) : null;
}

/** Stores one lapse with its event. Fails where another process did so at the same moment; the next run then finds it told. */
function recordLapse(ctx: RequestContext, { vendorId, phase }: Lapse): Promise<void> {
  const at = new Date(phase.from);
  const subject = phase.isCleared ? "grace" : "lapse";
  const reminder = { vendorId, subject, subjectId: phase.basis?.assessmentId ?? vendorId, endsAt: at, daysBefore: 0 };
  return commit(ctx, async (tx) => {
    await tx.vendorReminder.create({ data: { id: newId(ctx.now), ...reminder, createdAt: ctx.now } });
    const topic = phase.isCleared ? "vendor_in_grace" : "vendor_lapsed";
    const personIds = await tellOwners(tx, ctx.now, { topic, vendorId });
    const obstacle = phase.isCleared ? "grace" : phase.obstacle;
    const it = phase.isCleared ? null : phase.it;
    return {
      result: undefined,
      events: [{ action: "vendor.lapsed", vendorId, obstacle, it, lapsedAt: at.toISOString(), personIds }],
    };
  });
}

/**
 * Writes down, once each, what lapsed by itself, and tells whoever answers for it. The gate does not wait for this: agents are refused
 * from the moment itself. Returns how many were written.
 */
export async function recordVendorLapses(ctx: RequestContext): Promise<number> {
  authorize(ctx, "vendor:clock");
  const known = await loadAllVendorFacts();
  const lapses = [...known.keys()].flatMap((id): Lapse[] => {
    const phase = findLapse(toVendorPhases(id, known), ctx.now.getTime());
    return phase === null ? [] : [{ vendorId: id, phase }];
  });
  const told = await reader().vendorReminder.findMany({
    where: { subject: { in: ["lapse", "grace"] }, vendorId: { in: lapses.map(({ vendorId }) => vendorId) } },
    select: { vendorId: true, subject: true, endsAt: true },
  });
  let written = 0;
  for (const lapse of lapses) {
    const subject = lapse.phase.isCleared ? "grace" : "lapse";
    const isTold = told.some(
      (one) => one.vendorId === lapse.vendorId && one.subject === subject && one.endsAt.getTime() === lapse.phase.from,
    );
    if (isTold) continue;
    await recordLapse(ctx, lapse);
    written += 1;
  }
  return written;
}
