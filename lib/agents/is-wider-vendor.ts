import type { Transaction } from "@/lib/db/client";
import { isRegionWithin } from "@/lib/kernel/regions";
import { toVendorPhases, type VendorPhase } from "@/lib/kernel/vendor-state";
import { isWiderFrom } from "@/lib/kernel/vendor-widening";
import { loadVendorFacts } from "@/lib/vendors/load-vendor-facts";

type Placed = { vendorId: string | null; region: string | null };

/** Whether a condition on regions, now or later, is met where the agent runs after the change and was not before. */
function isRegionWider(phases: readonly VendorPhase[], before: Placed, after: Placed, now: number): boolean {
  return phases.some((phase) => {
    if (phase.until <= now || !phase.isCleared) return false;
    const lists = [...phase.limits.regions, ...phase.limits.parts.flatMap(({ regions }) => regions)];
    return lists.some((list) => isRegionWithin(after.region, list) && !isRegionWithin(before.region, list));
  });
}

/** Whether an agent may do more, or for longer, with another vendor or where else it runs. Its scopes are another matter. */
export async function isWiderVendor(tx: Transaction, before: Placed, after: Placed, now: Date): Promise<boolean> {
  if (before.vendorId === after.vendorId && before.region === after.region) return false;
  const ids = [before.vendorId, after.vendorId].filter((id) => id !== null);
  const known = await loadVendorFacts(ids, tx);
  const [was, is] = [toVendorPhases(before.vendorId, known), toVendorPhases(after.vendorId, known)];
  return isWiderFrom(was, is, now.getTime()) || isRegionWider(is, before, after, now.getTime());
}
