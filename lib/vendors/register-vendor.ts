import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { VendorId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { assertOwnerActive, assertVendorIsOne, toVendorEventFacts } from "./internal/vendor-facts";
import { VendorInput } from "./vendor-input";

/** Registers a vendor. Its agents are refused until an assessment of it is approved. Throws `conflict` on a taken name. */
export async function registerVendor(ctx: RequestContext, input: VendorInput): Promise<VendorId> {
  authorize(ctx, "vendor:write");
  const vendor = parseInput(VendorInput, input);
  const vendorId = newId(ctx.now) as VendorId;
  return commit(ctx, async (tx) => {
    await assertOwnerActive(tx, vendor.ownerId);
    await assertVendorIsOne(tx, vendor, null);
    await tx.vendor.create({ data: { id: vendorId, ...vendor, createdAt: ctx.now } });
    return { result: vendorId, events: [{ action: "vendor.registered", vendorId, after: toVendorEventFacts(vendor) }] };
  });
}
