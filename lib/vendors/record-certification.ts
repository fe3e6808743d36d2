import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { CertificationId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockVendor, toCertificationFacts } from "./internal/vendor-facts";
import { CertificationInput, VendorIdInput } from "./vendor-input";

export const RecordCertificationInput = z.intersection(z.object({ vendorId: VendorIdInput }), CertificationInput);
export type RecordCertificationInput = z.input<typeof RecordCertificationInput>;

/** Records a certificate of a vendor, and what its end does to the vendor's agents. */
export async function recordCertification(
  ctx: RequestContext,
  input: RecordCertificationInput,
): Promise<CertificationId> {
  authorize(ctx, "vendor:write");
  const certification = parseInput(RecordCertificationInput, input);
  const { vendorId } = certification;
  const certificationId = newId(ctx.now) as CertificationId;
  return commit(ctx, async (tx) => {
    await lockVendor(tx, vendorId);
    await tx.certification.create({ data: { id: certificationId, ...certification, createdAt: ctx.now } });
    const after = toCertificationFacts(certification);
    return {
      result: certificationId,
      events: [{ action: "certification.recorded", vendorId, certificationId, after }],
    };
  });
}
