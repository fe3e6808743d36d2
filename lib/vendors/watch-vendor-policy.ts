import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { PolicyWatchId } from "@/lib/kernel/ids";
import { POLICY_KINDS } from "@/lib/kernel/vendor-vocabulary";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockVendor } from "./internal/vendor-facts";
import { text, VendorIdInput, WebAddress } from "./vendor-input";

export const WatchVendorPolicyInput = z.object({
  vendorId: VendorIdInput,
  kind: z.enum(POLICY_KINDS, "choose what it is"),
  title: text(160),
  url: z.union([z.literal(""), WebAddress]).default(""),
});
export type WatchVendorPolicyInput = z.input<typeof WatchVendorPolicyInput>;

/** Names a text of a vendor's that somebody keeps an eye on. Gatehouse does not fetch it: people record what it says. */
export async function watchVendorPolicy(ctx: RequestContext, input: WatchVendorPolicyInput): Promise<PolicyWatchId> {
  authorize(ctx, "vendor:write");
  const { vendorId, kind, title, url } = parseInput(WatchVendorPolicyInput, input);
  const watchId = newId(ctx.now) as PolicyWatchId;
  return commit(ctx, async (tx) => {
    await lockVendor(tx, vendorId);
    const data = [{ id: watchId, vendorId, kind, title, url, createdAt: ctx.now }];
    const { count } = await tx.policyWatch.createMany({ data, skipDuplicates: true });
    if (count === 0) throw new DomainError("conflict", "A text of this vendor has that title already.", "title");
    return { result: watchId, events: [{ action: "policy_watch.made", vendorId, watchId, kind, title }] };
  });
}
