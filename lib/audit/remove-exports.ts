import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { commit } from "./commit";
import { removeFiles } from "./exports/export-folder";

/** Removes exports whose time is over, files first. Returns how many. */
export async function removeExports(ctx: RequestContext): Promise<number> {
  authorize(ctx, "audit:export_run");
  const over = await reader().auditExport.findMany({
    where: { expiresAt: { lte: ctx.now } },
    take: 200,
    select: { id: true },
  });
  for (const { id: exportId } of over) {
    removeFiles(exportId);
    await commit(ctx, async (tx) => {
      await tx.auditExport.deleteMany({ where: { id: exportId } });
      return { result: null, events: [{ action: "audit.export_removed", exportId, cause: "expired" }] };
    });
  }
  return over.length;
}
