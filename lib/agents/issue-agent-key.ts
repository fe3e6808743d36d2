import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentKeyId } from "@/lib/kernel/ids";
import { getEnv } from "@/lib/runtime/env";
import { hmacHex } from "@/lib/runtime/hashing";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { newSecretToken, toSecretHint } from "@/lib/runtime/secret-token";
import { lockAgent } from "./lock-agent";

const DAY_MS = 86_400_000;
/** Enough for a rotation with both keys in use, and few enough to keep an eye on. */
const LIVE_KEYS_MAX = 5;

export const IssueAgentKeyInput = z.object({
  agentId: z.uuid("names no agent"),
  label: z.string().trim().min(1, "is required").max(60, "must be at most 60 characters"),
  daysValid: z.coerce
    .number("must be a number of days")
    .int("must be whole days")
    .min(1, "must be at least 1 day")
    .max(365, "must be at most 365 days"),
});
export type IssueAgentKeyInput = z.input<typeof IssueAgentKeyInput>;

/** Makes a key for an agent. The key itself is in the result and nowhere else: only a keyed digest is stored. */
export async function issueAgentKey(
  ctx: RequestContext,
  input: IssueAgentKeyInput,
): Promise<{ keyId: AgentKeyId; key: string; expiresAt: Date }> {
  authorize(ctx, "agent_key:write");
  const { agentId, label, daysValid } = parseInput(IssueAgentKeyInput, input);
  const key = newSecretToken("ghk");
  const keyId = newId(ctx.now) as AgentKeyId;
  const expiresAt = new Date(ctx.now.getTime() + daysValid * DAY_MS);
  return commit(ctx, async (tx) => {
    await lockAgent(tx, agentId, "issue_key");
    const live = await tx.agentKey.count({ where: { agentId, revokedAt: null, expiresAt: { gt: ctx.now } } });
    if (live >= LIVE_KEYS_MAX) {
      throw new DomainError("conflict", `The agent has ${live} live keys already: revoke one that is no longer used.`);
    }
    const hint = toSecretHint(key);
    await tx.agentKey.create({
      data: {
        id: keyId,
        agentId,
        label,
        hint,
        keyHash: hmacHex(getEnv().keyPepper, key),
        createdAt: ctx.now,
        expiresAt,
      },
    });
    return {
      result: { keyId, key, expiresAt },
      events: [
        { action: "agent_key.issued", agentId, keyId, after: { label, hint, expiresAt: expiresAt.toISOString() } },
      ],
    };
  });
}
