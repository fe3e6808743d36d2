"use server";

import { refresh } from "next/cache";
import { formChoices, formNumber, formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import type { BulkAnswer } from "@/components/reviews/bulk-decisions";

import { DomainError } from "@/lib/kernel/domain-error";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { REJECT_PRESETS, type RejectPreset } from "@/lib/kernel/vocabulary";
import { answerReviewQuestion } from "@/lib/reviews/answer-review-question";
import { approveHeldItem } from "@/lib/reviews/approve-held-item";
import { askAboutHeldItem } from "@/lib/reviews/ask-about-held-item";
import { claimHeldItem } from "@/lib/reviews/claim-held-item";
import { correctTriage } from "@/lib/reviews/correct-triage";
import { decideInBulk } from "@/lib/reviews/decide-in-bulk";
import { handOverHeldItem } from "@/lib/reviews/hand-over-held-item";
import { letGoHeldItem } from "@/lib/reviews/let-go-held-item";
import { rejectHeldItem } from "@/lib/reviews/reject-held-item";
import { revealHeldItem } from "@/lib/reviews/reveal-held-item";
import { revokeRelease } from "@/lib/reviews/revoke-release";
import { takeOverHeldItem } from "@/lib/reviews/take-over-held-item";
import type { RevealedHeldItem } from "@/lib/reviews/reveal-held-item";

/** The item, and the change of it that was on the screen: another one since then is refused. */
function toSeen(form: FormData) {
  return { itemId: formText(form, "itemId"), revision: formNumber(form, "revision") };
}

function toPreset(form: FormData): RejectPreset {
  const preset = REJECT_PRESETS.find((each) => each === formText(form, "preset"));
  if (preset === undefined) throw new DomainError("invalid_input", "Choose a reason.", "preset");
  return preset;
}

/** "person <id>" or "queue <id>", as the list of choices has it. */
function toTarget(form: FormData): { kind: string; id: string } {
  const [kind = "", id = ""] = formText(form, "to").split(" ");
  return { kind, id };
}

/** An edited draft travels as JSON, so that its types arrive as they were. */
function toEdited(form: FormData): unknown {
  try {
    return JSON.parse(formText(form, "edited"));
  } catch {
    throw new DomainError("invalid_input", "The edited draft could not be read: load the page again.");
  }
}

export async function claimAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await claimHeldItem(ctx, { itemId: formText(form, "itemId") });
    refresh();
    return formText(form, "isRenewal") === "yes" ? {} : { message: "You have it. Decide before your claim runs out." };
  });
}

export async function letGoAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await letGoHeldItem(ctx, { itemId: formText(form, "itemId") });
    refresh();
    return { message: "It waits for somebody else." };
  });
}

export async function approveAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const approved = await approveHeldItem(ctx, {
      ...toSeen(form),
      digest: formText(form, "digest"),
      ...(form.has("edited") && { edited: toEdited(form) }),
    });
    refresh();
    const isReleased = approved.state === "released";
    return {
      message: isReleased
        ? "Approved. The agent may do it once."
        : `Approved, ${approved.approvals} of ${approved.approvalsNeeded}. It waits for another person.`,
    };
  });
}

export async function rejectAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await rejectHeldItem(ctx, { ...toSeen(form), preset: toPreset(form), note: formText(form, "note") });
    refresh();
    return { message: "Rejected. The agent is told why." };
  });
}

export async function askAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const { kind, id } = toTarget(form);
    await askAboutHeldItem(ctx, {
      itemId: formText(form, "itemId"),
      to: kind === "person" ? { kind, personId: id } : { kind: "agent" },
      text: formText(form, "text"),
    });
    refresh();
    return { message: "The question is sent." };
  });
}

export async function answerAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await answerReviewQuestion(ctx, {
      itemId: formText(form, "itemId"),
      noteId: formText(form, "noteId"),
      text: formText(form, "text"),
    });
    refresh();
    return { message: "The answer is sent." };
  });
}

export async function handOverAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const { kind, id } = toTarget(form);
    if (id === "") throw new DomainError("invalid_input", "Choose a colleague or a queue.", "to");
    await handOverHeldItem(ctx, {
      itemId: formText(form, "itemId"),
      ...(kind === "queue" ? { toQueueId: id } : { toPersonId: id }),
      note: formText(form, "note"),
    });
    refresh();
    return { message: "It is handed over." };
  });
}

export async function takeOverAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await takeOverHeldItem(ctx, { ...toSeen(form), note: formText(form, "reason") });
    refresh();
    return { message: "It is yours: answer the customer." };
  });
}

/** What the reviewer then sees is in the answer alone: it is in no address and in no page that is loaded again. */
export async function revealAction(
  previous: FormState<RevealedHeldItem>,
  form: FormData,
): Promise<FormState<RevealedHeldItem>> {
  return runAction(previous, form, async (ctx) => {
    const note = formText(form, "note").trim();
    return {
      data: await revealHeldItem(ctx, {
        itemId: formText(form, "itemId"),
        note: [formText(form, "preset"), note].filter((part) => part !== "").join(": "),
      }),
    };
  });
}

export async function correctAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await correctTriage(ctx, {
      itemId: formText(form, "itemId"),
      kinds: formChoices(form, "kinds", TRIAGE_KINDS),
    });
    refresh();
    return { message: "Saved. Triage can learn from it." };
  });
}

export async function revokeReleaseAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await revokeRelease(ctx, { releaseId: formText(form, "releaseId"), note: formText(form, "reason") });
    refresh();
    return { message: "The release is revoked." };
  });
}

export async function decideInBulkAction(
  previous: FormState<readonly BulkAnswer[]>,
  form: FormData,
): Promise<FormState<readonly BulkAnswer[]>> {
  return runAction(previous, form, async (ctx) => {
    const isApproval = formText(form, "verdict") === "approve";
    const answers = await decideInBulk(ctx, {
      itemIds: form.getAll("itemIds").filter((id) => typeof id === "string"),
      ...(isApproval ? { verdict: "approve" } : { verdict: "reject", preset: toPreset(form) }),
    });
    refresh();
    return { data: answers };
  });
}
