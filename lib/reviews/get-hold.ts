import { z } from "zod";
import { authorizeAgent } from "@/lib/identity/authorize-agent";
import type { AgentActor, RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { isWaiting } from "@/lib/kernel/review-state";
import { recordRejection } from "@/lib/policy/record-rejection";
import { assertAgentActs } from "./internal/assert-agent-acts";
import { type HoldStatus, loadHoldStatus } from "./internal/load-hold-status";
import { parseAgentInput } from "./internal/parse-agent-input";
import { toUnavailable } from "./internal/to-unavailable";
import { watchReviews } from "./watch-reviews";
import { strictInput } from "./strict-input";

export const WAIT_SECONDS_MAX = 30;
/** A wait looks again at least this often, for news that did not arrive. */
const LOOK_AGAIN_MS = 10_000;

export const GetHoldInput = strictInput({
  holdId: z.uuid("names no hold").meta({ description: "The holdId of a held answer." }),
  waitSeconds: z
    .int("must be a whole number of seconds")
    .min(0, "must be at least 0")
    .max(WAIT_SECONDS_MAX, `must be at most ${WAIT_SECONDS_MAX}`)
    .default(0)
    .meta({ description: "How long to wait for a decision or a question; the answer comes as soon as there is one." }),
});

/** At each look the agent must still be one that is answered: a wait can outlive a key. */
async function look(ctx: RequestContext, actor: AgentActor, itemId: string): Promise<HoldStatus> {
  await assertAgentActs(ctx, actor, { itemId, verb: "status", needs: "agent" });
  const status = await loadHoldStatus(itemId, actor.agentId).catch((error: unknown) => {
    throw toUnavailable(error);
  });
  if (status !== null) return status;
  throw await recordRejection(ctx, actor, "hold", new DomainError("not_found", "There is no such hold.", "holdId"));
}

/**
 * What has become of one of the agent's own holds. Waits until a person decides or asks, the time is over, or `signal` ends the wait;
 * no database connection is held meanwhile. Throws `not_found` for any other agent's.
 */
export async function getHold(
  ctx: RequestContext,
  input: unknown,
  { signal }: { signal?: AbortSignal } = {},
): Promise<HoldStatus> {
  const actor = authorizeAgent(ctx, "hold:read");
  const { holdId, waitSeconds } = await parseAgentInput(ctx, actor, "hold", GetHoldInput, input);
  const startedAt = performance.now();
  for (;;) {
    const passedMs = performance.now() - startedAt;
    const left = waitSeconds * 1_000 - passedMs;
    const looked = new AbortController();
    // Heard from before the look, so that nothing happens unnoticed between the two.
    const ends = AbortSignal.any([looked.signal, ...(signal === undefined ? [] : [signal])]);
    const changed =
      left > 0 ? watchReviews().waitForChange(holdId.toLowerCase(), Math.min(left, LOOK_AGAIN_MS), ends) : null;
    try {
      const now = new Date(ctx.now.getTime() + passedMs);
      const status = await look({ ...ctx, now }, actor, holdId);
      const isNews = !isWaiting(status.state) || status.question !== null;
      if (isNews || changed === null || signal?.aborted === true) return status;
      await changed;
    } finally {
      looked.abort();
    }
  }
}
