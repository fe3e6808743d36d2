import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { TenantId } from "@/lib/kernel/ids";
import { getEnv } from "@/lib/runtime/env";
import { hmacHex, newToken } from "@/lib/runtime/hashing";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";

const DAY_MS = 86_400_000;
const HINT_LENGTH = 8;

export const MakeTenantInput = z.object({
  name: z.string().trim().min(1, "is required").max(80, "must be at most 80 characters"),
  /** Whether properties in a question count beside those of the policy. */
  trustsProperties: z.boolean().default(false),
  daysValid: z.coerce
    .number("must be a number of days")
    .int("must be whole days")
    .min(1, "must be at least 1 day")
    .max(365, "must be at most 365 days"),
});
export type MakeTenantInput = z.input<typeof MakeTenantInput>;

/** Makes a tenant without a policy, so that nothing is permitted yet. Its key is in the result and nowhere else. Throws `conflict` for a name that is taken. */
export async function makeTenant(
  ctx: RequestContext,
  input: MakeTenantInput,
): Promise<{ tenantId: TenantId; key: string; expiresAt: Date }> {
  authorize(ctx, "tenant:write");
  const { name, trustsProperties, daysValid } = parseInput(MakeTenantInput, input);
  const tenantId = newId(ctx.now) as TenantId;
  const key = `ght_${newToken()}`;
  const hint = key.slice(0, HINT_LENGTH);
  const expiresAt = new Date(ctx.now.getTime() + daysValid * DAY_MS);
  return commit(ctx, async (tx) => {
    const row = { id: tenantId, name, keyHash: hmacHex(getEnv().keyPepper, key), keyHint: hint, expiresAt };
    const { count } = await tx.tenant.createMany({
      data: [{ ...row, trustsProperties, createdAt: ctx.now }],
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError("conflict", "There is a tenant of this name already.", "name");
    const after = { name, hint, trustsProperties, expiresAt: expiresAt.toISOString() };
    return { result: { tenantId, key, expiresAt }, events: [{ action: "tenant.made", tenantId, after }] };
  });
}
