import type { VendorPhasePolicy, VendorPolicy } from "@/lib/kernel/access";
import { compileVendorConditions, type VendorView } from "@/lib/kernel/compile-vendor-conditions";
import { toLimitsKey } from "@/lib/kernel/vendor-conditions";
import type { VendorPhase } from "@/lib/kernel/vendor-state";

/** A vendor's standing over time as the requests of an agent that runs in `region` meet it; phases with equal limits share a view. */
export function compileVendor(
  vendorId: string | null,
  standings: readonly VendorPhase[],
  region: string | null,
): VendorPolicy {
  const views: VendorView[] = [];
  const viewOf = new Map<string, number>();
  const phases = standings.map((standing): VendorPhasePolicy => {
    const { until, basis: assessment } = standing;
    const closed = { until, it: null, view: -1, isInGrace: false, assessment };
    if (!standing.isCleared) return { ...closed, obstacle: standing.obstacle, it: standing.it };
    const view = compileVendorConditions(standing.limits, region);
    if (!view.isRegionAllowed) return { ...closed, obstacle: "vendor_region" };
    const key = toLimitsKey(standing.limits);
    const known = viewOf.get(key) ?? views.push(view) - 1;
    viewOf.set(key, known);
    return { ...closed, obstacle: null, view: known, isInGrace: standing.isInGrace };
  });
  return { vendorId, phases, views };
}
