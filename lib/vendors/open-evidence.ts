import { createHash } from "node:crypto";
import { z } from "zod";
import { record } from "@/lib/audit/record";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { unseal } from "@/lib/runtime/keyring";
import { parseInput } from "@/lib/runtime/parse-input";

export const OpenEvidenceInput = z.object({ fileId: z.uuid("names no file") });
export type OpenEvidenceInput = z.input<typeof OpenEvidenceInput>;

/** `headers` make a browser save the file and never show or run it. */
export type OpenedEvidence = { bytes: Uint8Array<ArrayBuffer>; headers: Readonly<Record<string, string>> };

function toHeaders(name: string, size: number): Record<string, string> {
  const plain = name.replaceAll(/[^\w.-]/g, "_");
  return {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", "%27")}`,
    "content-length": String(size),
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "no-store",
  };
}

/** The content of a file of evidence, to be saved; who opened it is in the log first. Throws when it is not what was stored. */
export async function openEvidence(ctx: RequestContext, input: OpenEvidenceInput): Promise<OpenedEvidence> {
  authorize(ctx, "vendor:read");
  const { fileId } = parseInput(OpenEvidenceInput, input);
  const file = await reader().evidenceFile.findUnique({
    where: { id: fileId },
    select: { vendorId: true, name: true, sha256: true, contentSealed: true },
  });
  if (file === null) throw new DomainError("not_found", "There is no such file.");
  const { vendorId, name, sha256, contentSealed } = file;
  const place = { table: "evidence_file", column: "content_sealed", rowId: fileId };
  const bytes = Uint8Array.from(Buffer.from(unseal(contentSealed, place), "base64"));
  if (createHash("sha256").update(bytes).digest("hex") !== sha256)
    throw new Error(`evidence_file ${fileId} is not what was stored`);
  await record(ctx, [{ action: "evidence.opened", vendorId, fileId, sha256 }]);
  return { bytes, headers: toHeaders(name, bytes.length) };
}
