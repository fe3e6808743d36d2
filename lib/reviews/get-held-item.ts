import { record } from "@/lib/audit/record";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { EventId, HeldItemId, ProposalId, ReleaseId, ReviewNoteId } from "@/lib/kernel/ids";
import type { TriageFinding, TriageKind } from "@/lib/kernel/triage-kinds";
import type { ReleaseState, ReviewVerdict } from "@/lib/kernel/vocabulary";
import { loadHeldFacts } from "./internal/load-held-facts";
import { loadViewer } from "./internal/load-viewer";
import { toHeldDetail } from "./internal/to-held-detail";
import { wasOpenedLately } from "./internal/was-opened-lately";
import type { HeldItemRow } from "./list-held-items";
import type { Action } from "./release-payload";

/** A stretch of a text as a page shows it: hidden values say of what type they are; marked words decided the hold. */
export type TextPiece = { text: string; hidden: string | null; isMarked: boolean };

/** What a page can offer to do with an item: each with the sentence why not. */
export const HELD_ITEM_VERBS = [
  "claim",
  "let_go",
  "approve",
  "reject",
  "ask",
  "hand_over",
  "take_over",
  "reveal",
  "correct",
  "revoke_release",
] as const;
export type HeldItemVerb = (typeof HELD_ITEM_VERBS)[number];

export type HeldItemDetail = HeldItemRow & {
  revision: number;
  isRevealed: boolean;
  origin: "triage" | "agent";
  findings: readonly TriageFinding[];
  thread: readonly { from: "customer" | "agent" | "person"; at: string | null; pieces: readonly TextPiece[] }[];
  caseName: string | null;
  /** The dataset, and the customer's id masked. */
  subject: string | null;
  customerFlags: readonly string[];
  note: readonly TextPiece[] | null;
  proposals: readonly {
    id: ProposalId;
    number: number;
    digest: string;
    /** Null: the agent. */
    author: string | null;
    at: Date;
    reply: readonly TextPiece[] | null;
    /** Its strings are masked. */
    action: Action | null;
  }[];
  /** What the agent had read: the decisions it named, and its reads about this customer in the day before. */
  reads: readonly {
    eventId: EventId;
    at: Date;
    dataset: string | null;
    purpose: string;
    rowCount: number;
    fields: { [field: string]: string };
  }[];
  notes: readonly {
    id: ReviewNoteId;
    author: string;
    to: string | null;
    at: Date;
    pieces: readonly TextPiece[];
    answeredAt: Date | null;
    isQuestionToMe: boolean;
  }[];
  similar: readonly {
    id: HeldItemId;
    kind: TriageKind;
    verdict: ReviewVerdict;
    rejectPreset: string | null;
    decidedBy: string;
    decidedAt: Date;
    /** 0 to 1. */
    likeness: number;
  }[];
  approvalsBy: readonly { person: string; at: Date; digest: string }[];
  release: {
    id: ReleaseId;
    state: ReleaseState;
    expiresAt: Date;
    redeemedAt: Date | null;
    outcomeAt: Date | null;
  } | null;
  permits: { readonly [V in HeldItemVerb]: { ok: true } | { ok: false; why: string } };
};

/**
 * One held item with customers' values masked and the words that decided marked. That somebody opened it is an event, stored first; once
 * in five minutes for a person and an item. Throws `not_found`.
 */
export async function getHeldItem(ctx: RequestContext, itemId: string): Promise<HeldItemDetail> {
  authorize(ctx, "review:read");
  const viewer = await loadViewer(ctx);
  const facts = await loadHeldFacts(itemId);
  const { id, agentId } = facts;
  if (!(await wasOpenedLately(viewer.personId, id, ctx.now)))
    await record(ctx, [{ action: "held_item.opened", itemId: id, agentId, shown: "masked" }]);
  return toHeldDetail(ctx, facts, viewer, false);
}
