"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { toPreviewData } from "@/app/(console)/scopes/preview-data";
import { toPreviewInput, toScopeInput } from "@/app/(console)/scopes/scope-form";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import type { PreviewData } from "@/components/scopes/live-preview";
import { type PreviewScopeInput, previewScope } from "@/lib/gateway/preview-scope";
import type { ScopeId } from "@/lib/kernel/ids";
import { changeScope } from "@/lib/scopes/change-scope";
import { definePurpose } from "@/lib/scopes/define-purpose";
import { grantScope } from "@/lib/scopes/grant-scope";
import { revokeScope } from "@/lib/scopes/revoke-scope";

export async function grantScopeAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => redirect(paths.scope(await grantScope(ctx, toScopeInput(form)))));
}

export async function changeScopeAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const scopeId = formText(form, "scopeId");
    await changeScope(ctx, { ...toScopeInput(form), scopeId, versionSeen: formText(form, "versionSeen") });
    redirect(paths.scope(scopeId as ScopeId));
  });
}

export async function revokeScopeAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await revokeScope(ctx, { scopeId: formText(form, "scopeId"), note: formText(form, "reason") });
    refresh();
    return { message: "The scope is revoked." };
  });
}

export async function definePurposeAction(
  previous: FormState<{ code: string }>,
  form: FormData,
): Promise<FormState<{ code: string }>> {
  return runAction(previous, form, async (ctx) => {
    const code = await definePurpose(ctx, { code: formText(form, "code"), sentence: formText(form, "sentence") });
    refresh();
    return { data: { code } };
  });
}

export async function previewScopeAction(
  previous: FormState<PreviewData>,
  form: FormData,
): Promise<FormState<PreviewData>> {
  return runAction(previous, form, async (ctx) => ({
    data: toPreviewData(await previewScope(ctx, toPreviewInput(form) as PreviewScopeInput)),
  }));
}
