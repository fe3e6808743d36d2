import { reader } from "@/lib/db/reader";
import { explainHold } from "@/lib/kernel/explain-hold";
import type { AgentId, HeldItemId, ReleaseId, ReviewNoteId } from "@/lib/kernel/ids";
import { isWaiting } from "@/lib/kernel/review-state";
import type { TriageKind } from "@/lib/kernel/triage-kinds";
import {
  type HoldState,
  REJECT_PRESETS,
  type RejectPreset,
  type ReleaseState,
  type ReviewVerdict,
} from "@/lib/kernel/vocabulary";
import { unseal } from "@/lib/runtime/keyring";

/** What has become of a hold, as its agent is told. Times are ISO 8601. */
export type HoldStatus = {
  holdId: HeldItemId;
  state: HoldState;
  /** What it means and what to do next. */
  sentence: string;
  kind: TriageKind;
  verdict: ReviewVerdict | null;
  /** Why it was rejected or taken over; `note` is what the reviewer wrote to the agent. */
  reason: { preset: RejectPreset | null; sentence: string; note: string | null } | null;
  /** What a reviewer wants to know from the agent before deciding. */
  question: { noteId: ReviewNoteId; text: string; askedAt: string } | null;
  /** The permission to do, once, what was approved; `isEdited`: not quite what the agent had proposed. */
  release: { releaseId: ReleaseId; state: ReleaseState; digest: string; expiresAt: string; isEdited: boolean } | null;
  dueAt: string;
};

function find(itemId: string, agentId: AgentId) {
  return reader().heldItem.findUnique({
    where: { id: itemId, agentId },
    select: {
      state: true,
      kind: true,
      verdict: true,
      rejectPreset: true,
      verdictNoteSealed: true,
      dueAt: true,
      release: { select: { id: true, state: true, digest: true, expiresAt: true } },
      notes: {
        where: { isToAgent: true, authorId: { not: null }, answeredAt: null },
        orderBy: { id: "asc" },
        take: 1,
        select: { id: true, bodySealed: true, createdAt: true },
      },
    },
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof find>>>;

function toReason(itemId: string, row: Row, sentence: string): HoldStatus["reason"] {
  const { state, verdictNoteSealed } = row;
  if (state !== "decided") return null;
  const note =
    verdictNoteSealed === null
      ? null
      : unseal(verdictNoteSealed, { table: "held_item", column: "verdict_note_sealed", rowId: itemId });
  return { preset: toPreset(row), sentence, note };
}

function toPreset({ rejectPreset }: Row): RejectPreset | null {
  return REJECT_PRESETS.find((preset) => preset === rejectPreset) ?? null;
}

function toQuestion({ state, notes }: Row): HoldStatus["question"] {
  const [note] = notes;
  if (note === undefined || !isWaiting(state)) return null;
  const { id, bodySealed, createdAt } = note;
  const text = unseal(bodySealed, { table: "review_note", column: "body_sealed", rowId: id });
  return { noteId: id as ReviewNoteId, text, askedAt: createdAt.toISOString() };
}

function toRelease({ release, verdict }: Row): HoldStatus["release"] {
  if (release === null) return null;
  const { id, state, digest, expiresAt } = release;
  const isEdited = verdict === "edited";
  return { releaseId: id as ReleaseId, state, digest, expiresAt: expiresAt.toISOString(), isEdited };
}

/** The status of one of the agent's own holds; null for any other. */
export async function loadHoldStatus(itemId: string, agentId: AgentId): Promise<HoldStatus | null> {
  const row = await find(itemId, agentId);
  if (row === null) return null;
  const { state, kind, verdict, dueAt, release } = row;
  const sentence = explainHold({ state, verdict, rejectPreset: toPreset(row), release: release?.state ?? null });
  return {
    holdId: itemId.toLowerCase() as HeldItemId,
    state,
    sentence,
    kind,
    verdict,
    reason: toReason(itemId.toLowerCase(), row, sentence),
    question: toQuestion(row),
    release: toRelease(row),
    dueAt: dueAt.toISOString(),
  };
}
