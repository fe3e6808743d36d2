"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { toPreviewData } from "@/app/(console)/scopes/preview-data";
import { toLess, toPreviewInput, toScopeInput } from "@/app/(console)/scopes/scope-form";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import type { PreviewData } from "@/components/scopes/live-preview";
import { type PreviewScopeInput, previewScope } from "@/lib/gateway/preview-scope";
import { definePurpose } from "@/lib/scopes/define-purpose";
import { narrowScope } from "@/lib/scopes/narrow-scope";
import { restoreScopeVersion } from "@/lib/scopes/restore-scope-version";
import { revokeScope } from "@/lib/scopes/revoke-scope";
import { submitScope } from "@/lib/scopes/submit-scope";
import type { Submitted } from "@/lib/scopes/submitted";

/** A change that somebody else has to agree to leads to where it waits. */
function open(submitted: Submitted): never {
  redirect(submitted.kind === "proposed" ? paths.widening(submitted.wideningId) : paths.scope(submitted.scopeId));
}

export async function grantScopeAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => open(await submitScope(ctx, toScopeInput(form))));
}

export async function changeScopeAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const { agentId: _agent, datasetId: _dataset, ...scope } = toScopeInput(form);
    const seen = { scopeId: formText(form, "scopeId"), versionSeen: formText(form, "versionSeen") };
    open(await submitScope(ctx, { ...scope, ...seen }));
  });
}

export async function revokeScopeAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const submitted = await revokeScope(ctx, { scopeId: formText(form, "scopeId"), note: formText(form, "reason") });
    if (submitted.kind === "proposed") open(submitted);
    refresh();
    return { message: "The scope is revoked." };
  });
}

/** What the page of a finding proposed; the verb refuses whatever would not take away. */
export async function narrowScopeAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const less = toLess(form);
    const seen = { scopeId: formText(form, "scopeId"), versionSeen: formText(form, "versionSeen") };
    open(await narrowScope(ctx, { ...less, ...seen, note: formText(form, "reason") }));
  });
}

export async function restoreScopeVersionAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const seen = { scopeId: formText(form, "scopeId"), versionSeen: formText(form, "versionSeen") };
    const number = formText(form, "number");
    const submitted = await restoreScopeVersion(ctx, { ...seen, number, note: formText(form, "reason") });
    if (submitted.kind === "proposed") open(submitted);
    refresh();
    return { message: `Version ${number} counts again, as version ${submitted.version}.` };
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
