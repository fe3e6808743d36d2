"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { withConflict } from "@/app/(console)/vendors/vendor-conflict-state";
import { formCategories, toVendorInput } from "@/app/(console)/vendors/vendor-form-input";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import type { PolicyWatchId, VendorId } from "@/lib/kernel/ids";
import type { LapseEffect, PolicyKind, SubprocessorReach } from "@/lib/kernel/vendor-vocabulary";
import { addSubprocessor } from "@/lib/vendors/add-subprocessor";
import { changeCertification } from "@/lib/vendors/change-certification";
import { changeVendor } from "@/lib/vendors/change-vendor";
import { confirmVendorChange } from "@/lib/vendors/confirm-vendor-change";
import { judgePolicyText } from "@/lib/vendors/judge-policy-text";
import { recordCertification } from "@/lib/vendors/record-certification";
import { recordPolicyText } from "@/lib/vendors/record-policy-text";
import { registerVendor } from "@/lib/vendors/register-vendor";
import { removeCertification } from "@/lib/vendors/remove-certification";
import { removeSubprocessor } from "@/lib/vendors/remove-subprocessor";
import { removeVendor } from "@/lib/vendors/remove-vendor";
import { startAssessment } from "@/lib/vendors/start-assessment";
import { turnDownVendorChange } from "@/lib/vendors/turn-down-vendor-change";
import { watchVendorPolicy } from "@/lib/vendors/watch-vendor-policy";

export async function registerVendorAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) =>
    redirect(paths.vendor(await registerVendor(ctx, toVendorInput(form)))),
  );
}

export async function changeVendorAction(previous: FormState, form: FormData): Promise<FormState> {
  return withConflict(form, (saving) =>
    runAction(previous, form, async (ctx) => {
      const vendorId = formText(form, "vendorId");
      await saving(changeVendor(ctx, { vendorId, revision: formText(form, "revision"), ...toVendorInput(form) }));
      redirect(paths.vendor(vendorId as VendorId));
    }),
  );
}

export async function confirmVendorChangeAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await confirmVendorChange(ctx, { proposalId: formText(form, "proposalId") });
    refresh();
    return { message: "The change is confirmed and in force." };
  });
}

export async function turnDownVendorChangeAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await turnDownVendorChange(ctx, { proposalId: formText(form, "proposalId") });
    refresh();
    return { message: "The change is turned down. Everything stays as it is." };
  });
}

const WAITS = "It lets agents do more, or for longer: it waits for a second person, and is listed on this page.";

export async function removeVendorAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await removeVendor(ctx, { vendorId: formText(form, "vendorId") });
    redirect(paths.vendors());
  });
}

export async function startAssessmentAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const assessmentId = await startAssessment(ctx, {
      vendorId: formText(form, "vendorId"),
      templateId: formText(form, "templateId"),
      isFromLast: form.get("isFromLast") === "on",
    });
    redirect(paths.assessment(assessmentId));
  });
}

function toCertification(form: FormData) {
  return {
    name: formText(form, "name"),
    scope: formText(form, "scope"),
    validFrom: formText(form, "validFrom"),
    validUntil: formText(form, "validUntil"),
    onLapse: formText(form, "onLapse") as LapseEffect,
  };
}

export async function recordCertificationAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await recordCertification(ctx, { vendorId: formText(form, "vendorId"), ...toCertification(form) });
    refresh();
    return { message: "The certificate is recorded." };
  });
}

export async function changeCertificationAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const certificationId = formText(form, "certificationId");
    const { isWaiting } = await changeCertification(ctx, { certificationId, ...toCertification(form) });
    refresh();
    return { message: isWaiting ? WAITS : "The certificate is changed." };
  });
}

export async function removeCertificationAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await removeCertification(ctx, { certificationId: formText(form, "certificationId") });
    refresh();
    return { message: "The certificate is taken away." };
  });
}

export async function addSubprocessorAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await addSubprocessor(ctx, {
      vendorId: formText(form, "vendorId"),
      subprocessorId: formText(form, "subprocessorId"),
      service: formText(form, "service"),
      reach: formText(form, "reach") as SubprocessorReach,
      categories: formCategories(form, "categories"),
    });
    refresh();
    return { message: "It now stands behind this vendor." };
  });
}

export async function removeSubprocessorAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const { isWaiting } = await removeSubprocessor(ctx, {
      vendorId: formText(form, "vendorId"),
      subprocessorId: formText(form, "subprocessorId"),
    });
    refresh();
    return { message: isWaiting ? WAITS : "It no longer stands behind this vendor." };
  });
}

export async function watchVendorPolicyAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const vendorId = formText(form, "vendorId");
    const watchId = await watchVendorPolicy(ctx, {
      vendorId,
      kind: formText(form, "kind") as PolicyKind,
      title: formText(form, "title"),
      url: formText(form, "url"),
    });
    redirect(paths.vendorText(vendorId as VendorId, watchId as PolicyWatchId));
  });
}

export async function recordPolicyTextAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const { number, linesAdded, linesRemoved } = await recordPolicyText(ctx, {
      watchId: formText(form, "watchId"),
      text: formText(form, "text"),
      datedOn: formText(form, "datedOn"),
    });
    refresh();
    const change = number === 1 ? "It is the first." : `${linesAdded} lines came, ${linesRemoved} went.`;
    return { message: `Version ${number} is recorded. ${change}` };
  });
}

export async function judgePolicyTextAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const answersHold = formText(form, "answersHold");
    await judgePolicyText(ctx, {
      textId: formText(form, "textId"),
      answersHold: answersHold === "yes",
      note: formText(form, "note"),
    });
    refresh();
    return { message: answersHold === "yes" ? "Noted: the answers hold." : "Noted: the answers do not hold any more." };
  });
}
