import { existsSync } from "node:fs";
import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { toArchivePath } from "./exports/export-folder";
import { record } from "./record";

export const OpenExportInput = z.strictObject({ exportId: z.uuid("names no export") });
export type OpenExportInput = z.input<typeof OpenExportInput>;

/** A tar on this machine's disk, for the door to send. */
export type OpenedExport = { path: string; fileName: string; bytes: number; sha256: string };

/** An export that is done, to be sent to who asks; that it was taken out is an event before it is. Throws `not_found` once it expired. */
export async function openExport(ctx: RequestContext, input: OpenExportInput): Promise<OpenedExport> {
  authorize(ctx, "audit:export");
  const { exportId } = parseInput(OpenExportInput, input);
  const row = await reader().auditExport.findUnique({ where: { id: exportId } });
  const path = toArchivePath(exportId);
  const isThere = row?.state === "done" && row.expiresAt !== null && row.expiresAt > ctx.now && existsSync(path);
  if (!isThere) throw new DomainError("not_found", "There is no such export any more: ask for it anew.");
  await record(ctx, [{ action: "audit.export_downloaded", exportId }]);
  const day = row.createdAt.toISOString().slice(0, 10);
  const fileName = `gatehouse-${row.format}-${day}-${exportId.slice(-6)}.tar`;
  return { path, fileName, bytes: Number(row.bytes), sha256: row.sha256 ?? "" };
}
