import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import type { EvidenceFileId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";
import { checkEvidence, EvidenceContent, storeEvidence } from "./internal/store-evidence";
import { lockVendor } from "./internal/vendor-facts";
import { VendorIdInput } from "./vendor-input";

export const AttachEvidenceInput = z.object({ vendorId: VendorIdInput, ...EvidenceContent });
export type AttachEvidenceInput = z.input<typeof AttachEvidenceInput>;

/**
 * Stores a file that shows something about a vendor: sealed, with its SHA-256 and the type that its content has. Naming its id in an
 * answer attaches it there. Throws `invalid_input` or `too_large` for what is not taken.
 */
export async function attachEvidence(ctx: RequestContext, input: AttachEvidenceInput): Promise<EvidenceFileId> {
  authorize(ctx, "vendor:write");
  const { vendorId, ...file } = parseInput(AttachEvidenceInput, input);
  const { personId } = getPersonActor(ctx);
  const mediaType = checkEvidence(file);
  return commit(ctx, async (tx) => {
    await lockVendor(tx, vendorId);
    const origin = { vendorId, uploadedById: personId, linkId: null, now: ctx.now };
    const { fileId, event } = await storeEvidence(tx, { ...file, mediaType }, origin);
    return { result: fileId, events: [event] };
  });
}
