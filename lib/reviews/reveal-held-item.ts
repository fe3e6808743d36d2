import type { z } from "zod";
import { record } from "@/lib/audit/record";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { explainReviewerObstacle } from "@/lib/kernel/find-reviewer-obstacle";
import { parseInput } from "@/lib/runtime/parse-input";
import type { HeldItemDetail } from "./get-held-item";
import { loadHeldFacts } from "./internal/load-held-facts";
import { loadViewer } from "./internal/load-viewer";
import { toReviewedItem } from "./internal/lock-held-item";
import { toHeldDetail } from "./internal/to-held-detail";
import { toLogNote } from "./internal/to-log-note";
import { type Proposal, unsealPayload } from "./release-payload";
import { ItemIdInput, LogNote } from "./review-input";

export const RevealHeldItemInput = ItemIdInput.extend({ note: LogNote });
export type RevealHeldItemInput = z.input<typeof RevealHeldItemInput>;

export type RevealedHeldItem = HeldItemDetail & {
  /** The newest wording as it can be edited; null where nothing is proposed. */
  draft: Proposal | null;
};

/**
 * One held item in clear, for who may decide it and says why. The reason is in the log before anything is shown. Throws `not_permitted`
 * for anybody who may not decide this item; that is an event too.
 */
export async function revealHeldItem(ctx: RequestContext, input: RevealHeldItemInput): Promise<RevealedHeldItem> {
  authorize(ctx, "review:reveal");
  const { itemId, note } = parseInput(RevealHeldItemInput, input);
  const viewer = await loadViewer(ctx);
  const facts = await loadHeldFacts(itemId);
  const about = { itemId: facts.id, agentId: facts.agentId };
  const obstacle = explainReviewerObstacle(viewer, toReviewedItem(facts));
  if (obstacle !== null) {
    await record(ctx, [{ action: "review.refused", ...about, verb: "reveal", reason: obstacle.code }]);
    throw new DomainError("not_permitted", obstacle.sentence);
  }
  await record(ctx, [{ action: "held_item.revealed", ...about, note: toLogNote(note) }]);
  const newest = facts.proposals.at(-1);
  const payload = newest === undefined ? null : unsealPayload(newest.payloadSealed, newest.id);
  const draft = payload === null ? null : { reply: payload.reply, action: payload.action };
  return { ...(await toHeldDetail(ctx, facts, viewer, true)), draft };
}
