import { z } from "zod";
import type { AuditEvent, OneOrMore } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { HeldItemId } from "@/lib/kernel/ids";
import { REJECT_PRESETS, type RejectPreset } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { approveItem } from "./internal/approve-item";
import { type Decided, decideHeldItem, refuse, type Situation } from "./internal/decide-held-item";
import { endItem } from "./internal/end-item";
import { toClaimer } from "./internal/find-refusal";

export const BULK_MAX = 50;

const itemIds = z
  .array(z.uuid("names no held item"), "choose items")
  .min(1, "choose at least one item")
  .max(BULK_MAX, `choose at most ${BULK_MAX} items`)
  .transform((ids) => [...new Set(ids)]);

export const DecideInBulkInput = z.discriminatedUnion(
  "verdict",
  [
    z.object({ verdict: z.literal("approve"), itemIds }),
    z.object({
      verdict: z.literal("reject"),
      itemIds,
      preset: z
        .enum(REJECT_PRESETS, "choose a reason")
        .refine((preset) => preset !== "other", "choose a reason from the list: in bulk there are no words"),
    }),
  ],
  "must be approve or reject",
);
export type DecideInBulkInput = z.input<typeof DecideInBulkInput>;

/** `why` is null when it was done. */
export type BulkAnswer = { itemId: HeldItemId; done: boolean; why: string | null };

/** Undefined rejects nothing: it approves. */
async function decideOne(
  tx: Transaction,
  situation: Situation,
  preset: RejectPreset | undefined,
): Promise<Decided<unknown>> {
  const { item, now } = situation;
  if (item.risk !== "low")
    return refuse("risk_not_low", "Only items of low risk are decided in bulk: open this one and decide it by itself.");
  const isFree = toClaimer(item, now) === null;
  const decided =
    preset === undefined
      ? await approveItem(tx, situation, { edited: null, isBulk: true })
      : await endItem(tx, situation, { verdict: "rejected", preset, note: "", isBulk: true });
  if (!decided.done || !isFree) return decided;
  const { id: itemId, agentId } = item;
  const inPassing: AuditEvent = { action: "held_item.claimed", itemId, agentId, until: now.toISOString() };
  return { ...decided, events: [inPassing, ...decided.events] satisfies OneOrMore<AuditEvent> };
}

/** Decides items of low risk alike, without edits, each in its own transaction: what cannot be decided says why, the others are done. */
export async function decideInBulk(ctx: RequestContext, input: DecideInBulkInput): Promise<BulkAnswer[]> {
  authorize(ctx, "review:decide");
  const wanted = parseInput(DecideInBulkInput, input);
  const verb = wanted.verdict;
  const preset = wanted.verdict === "reject" ? wanted.preset : undefined;
  const answers: BulkAnswer[] = [];
  for (const id of wanted.itemIds) {
    const itemId = id as HeldItemId;
    try {
      const asked = { verb, claim: "mine_or_free", itemId } as const;
      await decideHeldItem(ctx, asked, (tx, situation) => decideOne(tx, situation, preset));
      answers.push({ itemId, done: true, why: null });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      answers.push({ itemId, done: false, why: error.message });
    }
  }
  return answers;
}
