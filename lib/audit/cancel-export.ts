import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { commit } from "./commit";

export const CancelExportInput = z.strictObject({ exportId: z.uuid("names no export") });
export type CancelExportInput = z.input<typeof CancelExportInput>;

/** Stops an export that waits or runs; what was written of it is removed. Throws `not_found`, or `conflict` when it has ended. */
export async function cancelExport(ctx: RequestContext, input: CancelExportInput): Promise<void> {
  authorize(ctx, "audit:export");
  const { exportId } = parseInput(CancelExportInput, input);
  await commit(ctx, async (tx) => {
    const found = await tx.auditExport.findUnique({ where: { id: exportId }, select: { state: true } });
    if (found === null) throw new DomainError("not_found", "There is no such export.");
    const { count } = await tx.auditExport.updateMany({
      where: { id: exportId, state: { in: ["queued", "running"] } },
      data: { isCancelAsked: true },
    });
    if (count === 0) throw new DomainError("conflict", "This export has ended already.");
    return { result: undefined, events: [{ action: "audit.export_cancelled", exportId }] };
  });
}
