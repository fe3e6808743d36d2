import { formText } from "@/app/form-text";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import { readChecklist } from "@/lib/vendors/checklist-file";

/** What was edited, else the file that was chosen, else the form's text. What was edited is JSON, which every reader of YAML reads. */
export async function readContent(form: FormData): Promise<ChecklistContent> {
  const edited = formText(form, "content");
  if (edited !== "") return readChecklist(edited, "yaml");
  const file = form.get("file");
  if (file instanceof File && file.size > 0)
    return readChecklist(await file.text(), /\.csv$/i.test(file.name) ? "csv" : "yaml");
  return readChecklist(formText(form, "text"), "yaml");
}
