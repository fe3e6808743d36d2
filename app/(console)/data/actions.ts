"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { cancelDiscovery } from "@/lib/catalog/cancel-discovery";
import { changeSource } from "@/lib/catalog/change-source";
import { confirmFields } from "@/lib/catalog/confirm-fields";
import { connectSource } from "@/lib/catalog/connect-source";
import { describeDataset } from "@/lib/catalog/describe-dataset";
import { requestDiscovery } from "@/lib/catalog/request-discovery";
import type { SourceSettingsInput } from "@/lib/catalog/source-settings";
import { testSource } from "@/lib/catalog/test-source";
import { DomainError } from "@/lib/kernel/domain-error";
import type { SourceId } from "@/lib/kernel/ids";
import { toFieldChoices } from "./field-choices";

/** A part that is left empty counts as not given, so that the URL's holds. */
function toSourceInput(form: FormData): SourceSettingsInput {
  const part = (name: string) => formText(form, name) || undefined;
  return {
    name: formText(form, "name"),
    url: part("url"),
    host: part("host"),
    port: part("port"),
    database: part("database"),
    username: part("username"),
    password: part("password"),
    tlsMode: part("tlsMode") as SourceSettingsInput["tlsMode"],
  };
}

export async function connectSourceAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) =>
    redirect(paths.source(await connectSource(ctx, toSourceInput(form)))),
  );
}

export async function changeSourceAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const sourceId = formText(form, "sourceId");
    await changeSource(ctx, { sourceId, ...toSourceInput(form) });
    redirect(paths.source(sourceId as SourceId));
  });
}

export async function testSourceAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const test = await testSource(ctx, { sourceId: formText(form, "sourceId") });
    refresh();
    if (test.outcome === "failed") throw new DomainError(test.code, test.sentence);
    const right = test.isWritable
      ? " Its user may also change tables there; one that may only read is enough and safer."
      : "";
    return { message: `It answers: Postgres ${test.serverVersion}.${right}` };
  });
}

export async function requestDiscoveryAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await requestDiscovery(ctx, { sourceId: formText(form, "sourceId") });
    refresh();
    return {};
  });
}

export async function cancelDiscoveryAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await cancelDiscovery(ctx, { runId: formText(form, "runId") });
    refresh();
    return { message: "The discovery stops after the table at hand. What it stored stays." };
  });
}

export async function confirmFieldsAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const { confirmed, corrected } = await confirmFields(ctx, {
      datasetId: formText(form, "datasetId"),
      fields: toFieldChoices(form),
    });
    refresh();
    const fields = confirmed === 1 ? "1 field is" : `${confirmed} fields are`;
    return { message: `${fields} confirmed${corrected === 0 ? "" : `, ${corrected} corrected`}.` };
  });
}

export async function describeDatasetAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await describeDataset(ctx, {
      datasetId: formText(form, "datasetId"),
      recordKind: formText(form, "recordKind") as Parameters<typeof describeDataset>[1]["recordKind"],
      subjectKey: formText(form, "subjectKey") || null,
    });
    refresh();
    return { message: "The dataset is described." };
  });
}
