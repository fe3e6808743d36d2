import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockVendor } from "./internal/vendor-facts";
import { SubprocessorInput } from "./vendor-input";

const Chain = z.array(z.object({ id: z.string() }));

/** The trigger takes the same lock: chains are changed one at a time, so that two halves of a circle cannot meet. */
async function assertNoCircle(tx: Transaction, vendorId: string, subprocessorId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(4702111301)`;
  const chain = Chain.parse(
    await tx.$queryRaw`SELECT vendor_chain AS id FROM vendor_chain(ARRAY[${subprocessorId}]::uuid[])`,
  );
  if (chain.some(({ id }) => id === vendorId))
    throw new DomainError(
      "conflict",
      "That vendor works through this one already: a vendor cannot stand behind itself.",
      "subprocessorId",
    );
}

/**
 * Says that a vendor works through another. From then on it is cleared only as far as that one. Throws `conflict` where the chain would
 * lead back to where it began, or where it is said already.
 */
export async function addSubprocessor(ctx: RequestContext, input: SubprocessorInput): Promise<void> {
  authorize(ctx, "vendor:write");
  const { vendorId, subprocessorId, service, reach, categories } = parseInput(SubprocessorInput, input);
  return commit(ctx, async (tx) => {
    await assertNoCircle(tx, vendorId, subprocessorId);
    await lockVendor(tx, vendorId);
    if ((await tx.vendor.findUnique({ where: { id: subprocessorId }, select: { id: true } })) === null)
      throw new DomainError("not_found", "There is no such vendor.", "subprocessorId");
    const after = { subprocessorId, service, reach, categories: reach === "all_data" ? [] : [...new Set(categories)] };
    const { count } = await tx.vendorSubprocessor.createMany({ data: [{ vendorId, ...after }], skipDuplicates: true });
    if (count === 0)
      throw new DomainError("conflict", "It stands behind this vendor already: take it away first.", "subprocessorId");
    return { result: undefined, events: [{ action: "vendor.subprocessor_added", vendorId, after }] };
  });
}
