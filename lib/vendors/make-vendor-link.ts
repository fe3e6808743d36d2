import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import type { VendorLinkId } from "@/lib/kernel/ids";
import { getEnv } from "@/lib/runtime/env";
import { newToken, sha256Hex } from "@/lib/runtime/hashing";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockAssessment } from "./internal/lock-assessment";
import { AssessmentIdInput } from "./vendor-input";

const DAY_MS = 86_400_000;

export const MakeVendorLinkInput = z.object({
  assessmentId: AssessmentIdInput,
  daysValid: z.coerce
    .number("must be a number of days")
    .int("must be whole days")
    .min(1, "must be at least 1 day")
    .max(90, "must be at most 90 days")
    .default(14),
});
export type MakeVendorLinkInput = z.input<typeof MakeVendorLinkInput>;

/**
 * A link with which the vendor answers a draft's questions without an account. The token is in the result and nowhere else; it stands
 * in the URL's fragment, which no browser sends. Several links can be open at once.
 */
export async function makeVendorLink(
  ctx: RequestContext,
  input: MakeVendorLinkInput,
): Promise<{ linkId: VendorLinkId; url: string; expiresAt: Date }> {
  authorize(ctx, "vendor:write");
  const { assessmentId, daysValid } = parseInput(MakeVendorLinkInput, input);
  const { personId } = getPersonActor(ctx);
  const token = newToken();
  const linkId = newId(ctx.now) as VendorLinkId;
  const expiresAt = new Date(ctx.now.getTime() + daysValid * DAY_MS);
  return commit(ctx, async (tx) => {
    const { vendorId } = await lockAssessment(tx, assessmentId, "answer");
    const row = { id: linkId, vendorId, assessmentId, tokenHash: sha256Hex(token), expiresAt };
    await tx.vendorLink.create({ data: { ...row, createdById: personId, createdAt: ctx.now } });
    return {
      result: { linkId, url: `${getEnv().consoleUrl}/vendor-answers#${token}`, expiresAt },
      events: [{ action: "vendor_link.made", vendorId, assessmentId, linkId, expiresAt: expiresAt.toISOString() }],
    };
  });
}
