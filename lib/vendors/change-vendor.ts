import type { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { assertOwnerActive, assertVendorIsOne, lockVendor, toVendorEventFacts } from "./internal/vendor-facts";
import { VendorIdInput, VendorInput } from "./vendor-input";

export const ChangeVendorInput = VendorInput.extend({ vendorId: VendorIdInput });
export type ChangeVendorInput = z.input<typeof ChangeVendorInput>;

/** Changes what is said about a vendor. An end that comes sooner closes its agents' access from that moment on. */
export async function changeVendor(ctx: RequestContext, input: ChangeVendorInput): Promise<void> {
  authorize(ctx, "vendor:write");
  const { vendorId, ...after } = parseInput(ChangeVendorInput, input);
  return commit(ctx, async (tx) => {
    const before = await lockVendor(tx, vendorId);
    if (after.ownerId !== before.ownerId) await assertOwnerActive(tx, after.ownerId);
    await assertVendorIsOne(tx, after, vendorId);
    await tx.vendor.update({ where: { id: vendorId }, data: after });
    return {
      result: undefined,
      events: [
        { action: "vendor.changed", vendorId, before: toVendorEventFacts(before), after: toVendorEventFacts(after) },
      ],
    };
  });
}
