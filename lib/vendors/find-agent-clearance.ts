import { compileVendorConditions } from "@/lib/kernel/compile-vendor-conditions";
import type { ReasonCode } from "@/lib/kernel/reasons";
import { findPhase, toVendorPhases } from "@/lib/kernel/vendor-state";
import { loadVendorFacts } from "./load-vendor-facts";

export type AgentClearance = {
  /** Why the vendor lets the agent read nothing now, or null. */
  obstacle: ReasonCode | null;
  /** What the obstacle's sentence names. */
  it: string | null;
  /** True while something lapsed and the grace that was set still runs. */
  isInGrace: boolean;
  /** When this changes by itself; null when nothing is known to. */
  until: Date | null;
};

/** How far an agent of a vendor that runs in `region` is cleared at a moment, as the gate would find it. */
export async function findAgentClearance(
  vendorId: string | null,
  region: string | null,
  now: Date,
): Promise<AgentClearance> {
  const known = await loadVendorFacts(vendorId === null ? [] : [vendorId]);
  const phase = findPhase(toVendorPhases(vendorId, known), now.getTime());
  if (phase === null) return { obstacle: "vendor_absent", it: null, isInGrace: false, until: null };
  const until = Number.isFinite(phase.until) ? new Date(phase.until) : null;
  if (!phase.isCleared) return { obstacle: phase.obstacle, it: phase.it, isInGrace: false, until };
  const { isRegionAllowed } = compileVendorConditions(phase.limits, region);
  return { obstacle: isRegionAllowed ? null : "vendor_region", it: null, isInGrace: phase.isInGrace, until };
}
