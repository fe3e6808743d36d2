"use server";

import { redirect } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { readContent } from "@/app/(console)/vendors/checklists/read-content";
import { toChecklistChange } from "@/app/(console)/vendors/checklists/to-checklist-change";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import type { ChecklistChange } from "@/components/vendors/checklist-types";
import type { ChecklistTemplateId } from "@/lib/kernel/ids";
import { changeChecklist } from "@/lib/vendors/change-checklist";
import { copyChecklist } from "@/lib/vendors/copy-checklist";
import { makeChecklist } from "@/lib/vendors/make-checklist";
import { previewChecklistChange } from "@/lib/vendors/preview-checklist-change";

export async function copyChecklistAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) =>
    redirect(
      paths.checklist(
        await copyChecklist(ctx, { templateId: formText(form, "templateId"), name: formText(form, "name") }),
      ),
    ),
  );
}

export async function importChecklistAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const content = await readContent(form);
    redirect(
      paths.checklist(await makeChecklist(ctx, { name: formText(form, "name"), content, note: "From a file." })),
    );
  });
}

/** Looks at what a change would do; nothing is saved. */
export async function previewChecklistAction(
  previous: FormState<ChecklistChange>,
  form: FormData,
): Promise<FormState<ChecklistChange>> {
  return runAction(previous, form, async (ctx) => {
    const content = await readContent(form);
    const change = { templateId: formText(form, "templateId"), baseNumber: formText(form, "baseNumber"), content };
    return { data: toChecklistChange(content, await previewChecklistChange(ctx, change)) };
  });
}

export async function changeChecklistAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const templateId = formText(form, "templateId");
    const [baseNumber, note] = [formText(form, "baseNumber"), formText(form, "note")];
    await changeChecklist(ctx, { templateId, baseNumber, note, content: await readContent(form) });
    redirect(paths.checklist(templateId as ChecklistTemplateId));
  });
}
