import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { LinkToken, useVendorLink } from "./internal/use-vendor-link";

export const SubmitOfferedAnswersInput = z.object({ token: LinkToken });
export type SubmitOfferedAnswersInput = z.input<typeof SubmitOfferedAnswersInput>;

/** Hands over what a vendor answered so far; it then waits for somebody of ours. Throws `conflict` when there is nothing to hand over. */
export async function submitOfferedAnswers(
  ctx: RequestContext,
  input: SubmitOfferedAnswersInput,
): Promise<{ count: number }> {
  authorize(ctx, "vendor_link:use");
  const { token } = parseInput(SubmitOfferedAnswersInput, input);
  return useVendorLink(ctx, token, async (tx, { linkId, vendorId }) => {
    const { count } = await tx.offeredAnswer.updateMany({
      where: { linkId, state: "draft" },
      data: { state: "offered" },
    });
    if (count === 0) throw new DomainError("conflict", "There is no answer that was not handed over already.");
    return { result: { count }, events: [{ action: "offered_answer.submitted", vendorId, linkId, count }] };
  });
}
