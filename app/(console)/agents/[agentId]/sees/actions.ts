"use server";

import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { type TriedAccess, tryAccess } from "@/lib/gateway/try-access";

const toNames = (text: string): string[] =>
  text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

export async function tryAccessAction(
  previous: FormState<TriedAccess>,
  form: FormData,
): Promise<FormState<TriedAccess>> {
  return runAction(previous, form, async (ctx) => {
    const fields = toNames(formText(form, "fields"));
    const data = await tryAccess(ctx, {
      agentId: formText(form, "agentId"),
      datasetId: formText(form, "datasetId"),
      purpose: formText(form, "purpose"),
      fields: fields.length === 0 ? null : fields,
      filterFields: toNames(formText(form, "filterFields")),
      isWithinCase: formText(form, "isWithinCase") === "on",
    });
    return { data };
  });
}
