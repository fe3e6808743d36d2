import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { EvidenceFileId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";
import { checkEvidence, EvidenceContent, storeEvidence } from "./internal/store-evidence";
import { LinkToken, useVendorLink } from "./internal/use-vendor-link";

export const AttachOfferedEvidenceInput = z.object({ token: LinkToken, ...EvidenceContent });
export type AttachOfferedEvidenceInput = z.input<typeof AttachOfferedEvidenceInput>;

/** Somebody who answers needs a few files, not a disk. */
const FILES_MAX = 60;

/** Stores a file that a vendor shows with its own answers. Throws `invalid_input` or `too_large` for what is not taken. */
export async function attachOfferedEvidence(
  ctx: RequestContext,
  input: AttachOfferedEvidenceInput,
): Promise<EvidenceFileId> {
  authorize(ctx, "vendor_link:use");
  const { token, ...file } = parseInput(AttachOfferedEvidenceInput, input);
  const mediaType = checkEvidence(file);
  return useVendorLink(ctx, token, async (tx, { linkId, vendorId }) => {
    if ((await tx.evidenceFile.count({ where: { linkId } })) >= FILES_MAX)
      throw new DomainError("conflict", `A link takes at most ${FILES_MAX} files: give web addresses for the rest.`);
    const origin = { vendorId, uploadedById: null, linkId, now: ctx.now };
    const { fileId, event } = await storeEvidence(tx, { ...file, mediaType }, origin);
    return { result: fileId, events: [event] };
  });
}
