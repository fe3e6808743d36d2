import { createHash } from "node:crypto";
import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";
import type { EvidenceFileId } from "@/lib/kernel/ids";
import { findNameFault, sniffFileType } from "@/lib/kernel/sniff-file-type";
import { seal } from "@/lib/runtime/keyring";
import { newId } from "@/lib/runtime/new-id";

export const EVIDENCE_BYTES_MAX = 10 * 1024 * 1024;

export const EvidenceContent = {
  name: z.string().max(1_000),
  bytes: z.instanceof(Uint8Array, { error: "must be a file" }),
};

/** Throws `invalid_input` or `too_large` saying what is wrong with a file; else its media type as its content says. */
export function checkEvidence({ name, bytes }: { name: string; bytes: Uint8Array }): string {
  const fault = findNameFault(name);
  if (fault !== null) throw new DomainError("invalid_input", `name: ${fault}.`, "name");
  if (bytes.length === 0) throw new DomainError("invalid_input", "file: is empty.", "file");
  if (bytes.length > EVIDENCE_BYTES_MAX)
    throw new DomainError("too_large", "file: must be at most 10 MiB; split it or give a link.", "file");
  const mediaType = sniffFileType(name, bytes);
  if (mediaType === null)
    throw new DomainError(
      "invalid_input",
      "file: its content is not what its name says, or it is none of PDF, PNG, JPEG, TXT, CSV, DOCX, XLSX without macros.",
      "file",
    );
  return mediaType;
}

type Origin = { vendorId: string; uploadedById: string | null; linkId: string | null; now: Date };

/** Stores a checked file, sealed. */
export async function storeEvidence(
  tx: Transaction,
  { name, bytes, mediaType }: { name: string; bytes: Uint8Array; mediaType: string },
  { vendorId, uploadedById, linkId, now }: Origin,
) {
  const fileId = newId(now) as EvidenceFileId;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const contentSealed = seal(Buffer.from(bytes).toString("base64"), {
    table: "evidence_file",
    column: "content_sealed",
    rowId: fileId,
  });
  const facts = { vendorId, sha256, sizeBytes: bytes.length, mediaType, linkId };
  await tx.evidenceFile.create({ data: { id: fileId, name, contentSealed, uploadedById, createdAt: now, ...facts } });
  return { fileId, event: { action: "evidence.stored", fileId, ...facts } as const };
}
