import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { proposeChange, replaceProposal } from "./internal/propose-change";
import { lockVendor, toCertificationFacts } from "./internal/vendor-facts";
import { isWidening, withCertificate } from "./internal/widening";
import { CertificationInput } from "./vendor-input";

export const ChangeCertificationInput = z.intersection(
  z.object({ certificationId: z.uuid("names no certificate") }),
  CertificationInput,
);
export type ChangeCertificationInput = z.input<typeof ChangeCertificationInput>;

/**
 * Changes a certificate: its renewal, its scope, what its end does. Where that lets agents do more, or for longer, it waits for a second
 * person.
 */
export async function changeCertification(
  ctx: RequestContext,
  input: ChangeCertificationInput,
): Promise<{ isWaiting: boolean }> {
  authorize(ctx, "vendor:write");
  const { certificationId, ...asked } = parseInput(ChangeCertificationInput, input);
  return commit<{ isWaiting: boolean }>(ctx, async (tx) => {
    const found = await tx.certification.findUnique({ where: { id: certificationId }, select: { vendorId: true } });
    if (found === null) throw new DomainError("not_found", "There is no such certificate.", "certificationId");
    const { vendorId } = found;
    await lockVendor(tx, vendorId);
    const stored = await tx.certification.findUnique({ where: { id: certificationId } });
    if (stored === null) throw new DomainError("not_found", "There is no such certificate.", "certificationId");
    const [before, after] = [toCertificationFacts(stored), toCertificationFacts(asked)];
    const isWider = await isWidening(tx, ctx, vendorId, withCertificate(certificationId, after));
    if (isWider && ctx.actor.kind === "person") {
      const content = { kind: "certification", before, after } as const;
      const waiting = await proposeChange(tx, ctx, { vendorId, subjectId: certificationId, content });
      return { result: { isWaiting: true }, events: [waiting] };
    }
    await replaceProposal(tx, ctx, { vendorId, kind: "certification", subjectId: certificationId });
    await tx.certification.update({ where: { id: certificationId }, data: asked });
    const widens = isWider ? ({ widens: true } as const) : {};
    const changed = { action: "certification.changed", vendorId, certificationId, before, after, ...widens } as const;
    return { result: { isWaiting: false }, events: [changed] };
  });
}
