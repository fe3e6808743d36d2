import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";

export const DefinePurposeInput = z.object({
  code: z
    .string()
    .trim()
    .regex(
      /^[a-z][a-z0-9_]{1,39}$/,
      "must be 2 to 40 lower-case letters, digits and underscores, such as customer_support",
    ),
  sentence: z.string().trim().min(1, "is required").max(200, "must be at most 200 characters"),
});
export type DefinePurposeInput = z.input<typeof DefinePurposeInput>;

/** Adds a purpose that scopes can allow and agents can declare. Throws `conflict` when the code is taken. */
export async function definePurpose(ctx: RequestContext, input: DefinePurposeInput): Promise<string> {
  authorize(ctx, "scope:write");
  const after = parseInput(DefinePurposeInput, input);
  return commit(ctx, async (tx) => {
    const { count } = await tx.purpose.createMany({ data: [{ ...after, createdAt: ctx.now }], skipDuplicates: true });
    if (count === 0) throw new DomainError("conflict", `The purpose ${after.code} is defined already.`, "code");
    return { result: after.code, events: [{ action: "purpose.defined", after }] };
  });
}
