"use server";

import { redirect } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import type { ChecklistTemplateId } from "@/lib/kernel/ids";
import { copyChecklist } from "@/lib/vendors/copy-checklist";
import { importChecklist } from "@/lib/vendors/import-checklist";

export async function copyChecklistAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) =>
    redirect(
      paths.checklist(
        await copyChecklist(ctx, { templateId: formText(form, "templateId"), name: formText(form, "name") }),
      ),
    ),
  );
}

/** A file that was chosen counts; else the text of the form. */
async function readText(form: FormData): Promise<{ format: "yaml" | "csv"; text: string }> {
  const file = form.get("file");
  const isFile = file instanceof File && file.size > 0;
  const format = isFile ? (/\.csv$/i.test(file.name) ? "csv" : "yaml") : "yaml";
  return { format, text: isFile ? await file.text() : formText(form, "text") };
}

export async function importChecklistAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const content = await readText(form);
    const templateId = formText(form, "templateId");
    const saved = await importChecklist(
      ctx,
      templateId === ""
        ? { as: "new", name: formText(form, "name"), ...content }
        : {
            as: "version",
            templateId,
            baseNumber: formText(form, "baseNumber"),
            note: formText(form, "note"),
            ...content,
          },
    );
    redirect(paths.checklist(saved.templateId as ChecklistTemplateId));
  });
}
