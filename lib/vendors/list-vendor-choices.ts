import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { VendorId } from "@/lib/kernel/ids";

export type VendorChoice = { id: VendorId; name: string; isOurselves: boolean };

const CHOICES_MAX = 5_000;

/** Every vendor by name, at most 5,000, to choose one in a form. */
export async function listVendorChoices(ctx: RequestContext): Promise<VendorChoice[]> {
  authorize(ctx, "vendor:read");
  const vendors = await reader().vendor.findMany({
    select: { id: true, name: true, isOurselves: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: CHOICES_MAX,
  });
  return vendors.map((vendor) => ({ ...vendor, id: vendor.id as VendorId }));
}
