import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";

export const RevokeVendorLinkInput = z.object({ linkId: z.uuid("names no link") });
export type RevokeVendorLinkInput = z.input<typeof RevokeVendorLinkInput>;

/** Ends a vendor's link at once; what was answered with it stays. Throws `conflict` when it is revoked already. */
export async function revokeVendorLink(ctx: RequestContext, input: RevokeVendorLinkInput): Promise<void> {
  authorize(ctx, "vendor:write");
  const { linkId } = parseInput(RevokeVendorLinkInput, input);
  return commit(ctx, async (tx) => {
    const link = await tx.vendorLink.findUnique({ where: { id: linkId }, select: { vendorId: true } });
    if (link === null) throw new DomainError("not_found", "There is no such link.");
    const { count } = await tx.vendorLink.updateMany({
      where: { id: linkId, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw new DomainError("conflict", "The link is revoked already.");
    return { result: undefined, events: [{ action: "vendor_link.revoked", vendorId: link.vendorId, linkId }] };
  });
}
