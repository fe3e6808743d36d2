import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { DispatcherKeyId } from "@/lib/kernel/ids";
import { getEnv } from "@/lib/runtime/env";
import { hmacHex } from "@/lib/runtime/hashing";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { newSecretToken, toSecretHint } from "@/lib/runtime/secret-token";

const DAY_MS = 86_400_000;

export const IssueDispatcherKeyInput = z.object({
  label: z.string().trim().min(1, "is required").max(60, "must be at most 60 characters"),
  daysValid: z.coerce
    .number("must be a number of days")
    .int("must be whole days")
    .min(1, "must be at least 1 day")
    .max(365, "must be at most 365 days"),
});
export type IssueDispatcherKeyInput = z.input<typeof IssueDispatcherKeyInput>;

/** Makes a key that opens cases and reads nothing. The key itself is in the result and nowhere else. */
export async function issueDispatcherKey(
  ctx: RequestContext,
  input: IssueDispatcherKeyInput,
): Promise<{ dispatcherKeyId: DispatcherKeyId; key: string }> {
  authorize(ctx, "dispatcher_key:write");
  const { label, daysValid } = parseInput(IssueDispatcherKeyInput, input);
  const key = newSecretToken("ghd");
  const hint = toSecretHint(key);
  const dispatcherKeyId = newId(ctx.now) as DispatcherKeyId;
  const expiresAt = new Date(ctx.now.getTime() + daysValid * DAY_MS);
  return commit(ctx, async (tx) => {
    const keyHash = hmacHex(getEnv().keyPepper, key);
    await tx.dispatcherKey.create({
      data: { id: dispatcherKeyId, label, hint, keyHash, createdAt: ctx.now, expiresAt },
    });
    const after = { label, hint, expiresAt: expiresAt.toISOString() };
    return {
      result: { dispatcherKeyId, key },
      events: [{ action: "dispatcher_key.issued", dispatcherKeyId, after }],
    };
  });
}
