"use server";

import { getClientAddress } from "@/app/client-address";
import type { AttachResult } from "@/components/vendors/answer-types";
import { newContext } from "@/lib/identity/new-context";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AnswerValue } from "@/lib/kernel/checklist";
import { attachOfferedEvidence } from "@/lib/vendors/attach-offered-evidence";
import { type OpenedVendorLink, openVendorLink } from "@/lib/vendors/open-vendor-link";
import { saveOfferedAnswer } from "@/lib/vendors/save-offered-answer";
import { submitOfferedAnswers } from "@/lib/vendors/submit-offered-answers";
import { type CallResult, toCallResult } from "./call-result";

/** Whoever holds a link acts as nobody in particular, also when somebody is signed in in this browser. */
async function anonymous(): Promise<RequestContext> {
  return newContext({ kind: "anonymous" }, await getClientAddress());
}

export async function openLinkAction(token: string): Promise<CallResult<OpenedVendorLink>> {
  return toCallResult(openVendorLink(await anonymous(), { token }));
}

export async function saveOwnAnswerAction(
  token: string,
  answer: {
    questionKey: string;
    revision: number;
    value: AnswerValue | null;
    note: string;
    links: string[];
    fileIds: string[];
  },
): Promise<CallResult<{ revision: number }>> {
  const { value, ...rest } = answer;
  const given = Array.isArray(value) ? [...(value as readonly string[])] : (value as string | number | null);
  return toCallResult(saveOfferedAnswer(await anonymous(), { token, value: given, ...rest }));
}

export async function attachOwnFileAction(token: string, form: FormData): Promise<AttachResult> {
  const file = form.get("file");
  if (!(file instanceof File)) return { status: "refused", message: "Choose a file." };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const result = await toCallResult(attachOfferedEvidence(await anonymous(), { token, name: file.name, bytes }));
  if (result.status === "refused") return result;
  return { status: "attached", file: { id: result.data, name: file.name, sizeBytes: file.size } };
}

export async function submitOwnAnswersAction(token: string): Promise<CallResult<{ count: number }>> {
  return toCallResult(submitOfferedAnswers(await anonymous(), { token }));
}
