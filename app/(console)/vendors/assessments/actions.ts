"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { toDecision } from "@/app/(console)/vendors/assessments/decision-form";
import { toAttachResult, toSaveResult } from "@/app/(console)/vendors/assessments/save-result";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import { getContext } from "@/app/session";
import type { FormState } from "@/components/form/form-state";
import type { AnswerDraft, AttachResult, SaveResult } from "@/components/vendors/answer-types";
import type { AssessmentId } from "@/lib/kernel/ids";
import type { AnswerVerdict, Strength } from "@/lib/kernel/vendor-vocabulary";
import { adoptChecklistVersion } from "@/lib/vendors/adopt-checklist-version";
import { attachEvidence } from "@/lib/vendors/attach-evidence";
import { decideAssessment } from "@/lib/vendors/decide-assessment";
import { dismissOfferedAnswer } from "@/lib/vendors/dismiss-offered-answer";
import { judgeAnswer } from "@/lib/vendors/judge-answer";
import { makeVendorLink } from "@/lib/vendors/make-vendor-link";
import { recordException } from "@/lib/vendors/record-exception";
import { rejectAnswer } from "@/lib/vendors/reject-answer";
import { returnAssessment } from "@/lib/vendors/return-assessment";
import { revokeVendorLink } from "@/lib/vendors/revoke-vendor-link";
import { saveAnswer } from "@/lib/vendors/save-answer";
import { submitAssessment } from "@/lib/vendors/submit-assessment";
import { takeOfferedAnswer } from "@/lib/vendors/take-offered-answer";
import { withdrawAssessment } from "@/lib/vendors/withdraw-assessment";

/** Called as one types. The page keeps what is on the screen, so nothing is refreshed. */
export async function saveAnswerAction(
  assessmentId: string,
  { questionKey, revision, draft }: { questionKey: string; revision: number; draft: AnswerDraft },
): Promise<SaveResult> {
  const { value, ...rest } = draft;
  const given = Array.isArray(value) ? [...(value as readonly string[])] : (value as string | number | null);
  return toSaveResult(saveAnswer(await getContext(), { assessmentId, questionKey, revision, value: given, ...rest }));
}

export async function attachEvidenceAction(vendorId: string, form: FormData): Promise<AttachResult> {
  const file = form.get("file");
  if (!(file instanceof File)) return { status: "refused", message: "Choose a file." };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return toAttachResult(file, attachEvidence(await getContext(), { vendorId, name: file.name, bytes }));
}

export async function submitAssessmentAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await submitAssessment(ctx, { assessmentId: formText(form, "assessmentId") });
    refresh();
    return { message: "It is submitted, and waits for somebody else to decide." };
  });
}

export async function returnAssessmentAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await returnAssessment(ctx, { assessmentId: formText(form, "assessmentId"), note: formText(form, "reason") });
    refresh();
    return { message: "It is given back to be filled in further." };
  });
}

export async function withdrawAssessmentAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await withdrawAssessment(ctx, { assessmentId: formText(form, "assessmentId"), note: formText(form, "reason") });
    refresh();
    return { message: "It is withdrawn. It stays to be read." };
  });
}

export async function adoptChecklistVersionAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await adoptChecklistVersion(ctx, { assessmentId: formText(form, "assessmentId") });
    refresh();
    return { message: "It now asks what the newest version asks." };
  });
}

export async function judgeAnswerAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await judgeAnswer(ctx, {
      assessmentId: formText(form, "assessmentId"),
      questionKey: formText(form, "questionKey"),
      answerId: formText(form, "answerId"),
      verdict: formText(form, "verdict") as AnswerVerdict,
      note: formText(form, "note"),
    });
    refresh();
    return {};
  });
}

export async function rejectAnswerAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await rejectAnswer(ctx, {
      assessmentId: formText(form, "assessmentId"),
      questionKey: formText(form, "questionKey"),
      answerId: formText(form, "answerId"),
      note: formText(form, "reason"),
    });
    refresh();
    return { message: "The answer is rejected." };
  });
}

export async function decideAssessmentAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await decideAssessment(ctx, toDecision(form));
    redirect(paths.assessment(formText(form, "assessmentId") as AssessmentId));
  });
}

export async function recordExceptionAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await recordException(ctx, {
      assessmentId: formText(form, "assessmentId"),
      questionKey: formText(form, "questionKey"),
      reason: formText(form, "reason"),
      compensatingControl: formText(form, "compensatingControl"),
      endsAt: formText(form, "endsAt"),
    });
    refresh();
    return { message: "The exception is recorded." };
  });
}

/** The link is in the answer once, and nowhere else. */
export async function makeVendorLinkAction(
  previous: FormState<{ link: string }>,
  form: FormData,
): Promise<FormState<{ link: string }>> {
  return runAction(previous, form, async (ctx) => {
    const { url } = await makeVendorLink(ctx, {
      assessmentId: formText(form, "assessmentId"),
      daysValid: formText(form, "daysValid"),
    });
    refresh();
    return { data: { link: url } };
  });
}

export async function revokeVendorLinkAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await revokeVendorLink(ctx, { linkId: formText(form, "linkId") });
    refresh();
    return { message: "The link is revoked. What was answered with it stays." };
  });
}

export async function takeOfferedAnswerAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await takeOfferedAnswer(ctx, {
      offerId: formText(form, "offerId"),
      revision: Number(formText(form, "revision")),
      strength: formText(form, "strength") as Strength,
    });
    refresh();
    return { message: "The vendor's answer is taken. It counts from now on." };
  });
}

export async function dismissOfferedAnswerAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await dismissOfferedAnswer(ctx, { offerId: formText(form, "offerId"), note: formText(form, "reason") });
    refresh();
    return { message: "The vendor's answer is laid aside." };
  });
}
