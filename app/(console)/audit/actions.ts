"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { toExportScope } from "@/app/(console)/audit/export-form";
import { paths } from "@/app/(console)/paths";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { acknowledgeLogAlarm } from "@/lib/audit/acknowledge-log-alarm";
import { cancelExport } from "@/lib/audit/cancel-export";
import { removeView } from "@/lib/audit/remove-view";
import { requestExport } from "@/lib/audit/request-export";
import { saveView } from "@/lib/audit/save-view";
import { traceSubject } from "@/lib/insights/trace-subject";

export async function acknowledgeAlarmAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await acknowledgeLogAlarm(ctx, { alarmId: formText(form, "alarmId"), note: formText(form, "note") });
    refresh();
    return { message: "The alarm is set aside." };
  });
}

/** The customer's id stays in this request: the page's address holds the pseudonym that the log has. */
export async function traceSubjectAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const customer = formText(form, "customer").trim();
    const asked = /^sub_[0-9a-f]{32}$/.test(customer)
      ? { subject: customer }
      : { datasetId: formText(form, "datasetId"), customer };
    const { subject } = await traceSubject(ctx, asked);
    redirect(paths.whoSaw({ subject }));
  });
}

export async function requestExportAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await requestExport(ctx, await toExportScope(form, ctx.now));
    redirect(paths.exports());
  });
}

export async function cancelExportAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await cancelExport(ctx, { exportId: formText(form, "exportId") });
    refresh();
    return { message: "The export stops, and what was written of it is removed." };
  });
}

export async function saveViewAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const isShared = formText(form, "isShared") === "on";
    await saveView(ctx, { name: formText(form, "name"), isShared, query: formText(form, "query") });
    refresh();
    return {
      message: isShared ? "The view is saved, and everybody who may read the audit sees it." : "The view is saved.",
    };
  });
}

export async function removeViewAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await removeView(ctx, { viewId: formText(form, "viewId") });
    refresh();
    return { message: "The view is removed." };
  });
}
