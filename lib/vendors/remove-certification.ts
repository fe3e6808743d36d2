import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { replaceProposal } from "./internal/propose-change";
import { lockVendor, toCertificationFacts } from "./internal/vendor-facts";

export const RemoveCertificationInput = z.object({ certificationId: z.uuid("names no certificate") });
export type RemoveCertificationInput = z.input<typeof RemoveCertificationInput>;

/**
 * Takes away a certificate that was entered by mistake. Throws `conflict` for one whose end closes or narrows access: taking it away
 * would open what its lapse closed; change what its end does in the open instead.
 */
export async function removeCertification(ctx: RequestContext, input: RemoveCertificationInput): Promise<void> {
  authorize(ctx, "vendor:write");
  const { certificationId } = parseInput(RemoveCertificationInput, input);
  return commit(ctx, async (tx) => {
    const gone = new DomainError("not_found", "There is no such certificate.", "certificationId");
    const found = await tx.certification.findUnique({ where: { id: certificationId }, select: { vendorId: true } });
    if (found === null) throw gone;
    await lockVendor(tx, found.vendorId);
    const before = await tx.certification.findUnique({ where: { id: certificationId } });
    if (before === null) throw gone;
    if (before.onLapse !== "nothing")
      throw new DomainError("conflict", "Access rests on this certificate: say first that its end does nothing.");
    await replaceProposal(tx, ctx, {
      vendorId: before.vendorId,
      kind: "certification",
      subjectId: certificationId,
    });
    await tx.certification.delete({ where: { id: certificationId } });
    const { vendorId } = before;
    return {
      result: undefined,
      events: [{ action: "certification.removed", vendorId, certificationId, before: toCertificationFacts(before) }],
    };
  });
}
