import type { AuditEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import type { RejectPreset } from "@/lib/kernel/vocabulary";
import { tellWebhooks } from "@/lib/notices/tell-webhooks";
import { seal } from "@/lib/runtime/keyring";
import type { Decided, Situation } from "./decide-held-item";

type Ending =
  | { verdict: "rejected"; preset: RejectPreset; note: string; isBulk: boolean }
  | { verdict: "taken_over"; note: string };

/** The agent's action will not happen: stores the verdict with the reviewer's words sealed, and tells the agent. */
export async function endItem(
  tx: Transaction,
  { item, reviewer, now }: Situation,
  ending: Ending,
): Promise<Decided<undefined>> {
  const { verdict, note } = ending;
  const preset = ending.verdict === "rejected" ? ending.preset : null;
  const verdictNoteSealed =
    note === "" ? null : seal(note, { table: "held_item", column: "verdict_note_sealed", rowId: item.id });
  await tx.heldItem.update({
    where: { id: item.id },
    data: {
      state: "decided",
      verdict,
      rejectPreset: preset,
      verdictNoteSealed,
      decidedById: reviewer.personId,
      decidedAt: now,
      endedAt: now,
      claimedById: null,
      claimExpiresAt: null,
      remindAt: null,
      escalateAt: null,
      revision: { increment: 1 },
    },
  });
  const about = { itemId: item.id, agentId: item.agentId };
  await tellWebhooks(tx, now, { topic: "hold_decided", ...about, data: { verdict, preset } });
  const event: AuditEvent =
    ending.verdict === "rejected"
      ? { action: "held_item.rejected", ...about, preset: ending.preset, isBulk: ending.isBulk }
      : { action: "held_item.taken_over", ...about };
  return { done: true, result: undefined, events: [event] };
}
