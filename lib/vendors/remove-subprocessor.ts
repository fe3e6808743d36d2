import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { proposeChange } from "./internal/propose-change";
import { lockVendor } from "./internal/vendor-facts";
import { isWidening, withoutSubprocessor } from "./internal/widening";
import { VendorIdInput } from "./vendor-input";

export const RemoveSubprocessorInput = z.object({ vendorId: VendorIdInput, subprocessorId: z.uuid("choose a vendor") });
export type RemoveSubprocessorInput = z.input<typeof RemoveSubprocessorInput>;

/**
 * Says that a vendor no longer works through another. Where that one narrowed or closed it, or ends sooner, this waits for a second
 * person.
 */
export async function removeSubprocessor(
  ctx: RequestContext,
  input: RemoveSubprocessorInput,
): Promise<{ isWaiting: boolean }> {
  authorize(ctx, "vendor:write");
  const where = parseInput(RemoveSubprocessorInput, input);
  const { vendorId, subprocessorId } = where;
  return commit<{ isWaiting: boolean }>(ctx, async (tx) => {
    await lockVendor(tx, vendorId);
    const stored = await tx.vendorSubprocessor.findUnique({ where: { vendorId_subprocessorId: where } });
    if (stored === null)
      throw new DomainError("not_found", "That vendor does not stand behind this one.", "subprocessorId");
    const { vendorId: _, ...before } = stored;
    const isWider = await isWidening(tx, ctx, vendorId, withoutSubprocessor(subprocessorId));
    if (isWider && ctx.actor.kind === "person") {
      const content = { kind: "subprocessor_removal", before, after: null } as const;
      const waiting = await proposeChange(tx, ctx, { vendorId, subjectId: subprocessorId, content });
      return { result: { isWaiting: true }, events: [waiting] };
    }
    await tx.vendorSubprocessor.delete({ where: { vendorId_subprocessorId: where } });
    const removed = { action: "vendor.subprocessor_removed", vendorId, before } as const;
    return { result: { isWaiting: false }, events: [isWider ? { ...removed, widens: true } : removed] };
  });
}
