import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { toCertificationFacts } from "./internal/vendor-facts";
import { CertificationInput } from "./vendor-input";

export const ChangeCertificationInput = z.intersection(
  z.object({ certificationId: z.uuid("names no certificate") }),
  CertificationInput,
);
export type ChangeCertificationInput = z.input<typeof ChangeCertificationInput>;

/** Changes a certificate: its renewal, its scope, what its end does. */
export async function changeCertification(ctx: RequestContext, input: ChangeCertificationInput): Promise<void> {
  authorize(ctx, "vendor:write");
  const { certificationId, ...after } = parseInput(ChangeCertificationInput, input);
  return commit(ctx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM certification WHERE id = ${certificationId}::uuid FOR UPDATE`;
    const before = await tx.certification.findUnique({ where: { id: certificationId } });
    if (before === null) throw new DomainError("not_found", "There is no such certificate.", "certificationId");
    await tx.certification.update({ where: { id: certificationId }, data: after });
    return {
      result: undefined,
      events: [
        {
          action: "certification.changed",
          vendorId: before.vendorId,
          certificationId,
          before: toCertificationFacts(before),
          after: toCertificationFacts(after),
        },
      ],
    };
  });
}
