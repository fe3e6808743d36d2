import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ChecklistTemplateId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";
import { CHECKLIST_FORMATS, CHECKLIST_TEXT_MAX, readChecklist } from "./checklist-file";
import { addChecklistVersion, makeChecklist } from "./internal/checklist-version";
import { text } from "./vendor-input";

const File = {
  format: z.enum(CHECKLIST_FORMATS, "must be yaml or csv"),
  text: z.string().min(1, "is empty").max(CHECKLIST_TEXT_MAX, "is too large for a checklist"),
};

export const ImportChecklistInput = z.discriminatedUnion("as", [
  z.object({ as: z.literal("new"), name: text(120), ...File }),
  z.object({
    as: z.literal("version"),
    templateId: z.uuid("names no checklist"),
    baseNumber: z.coerce.number().int().min(1),
    note: z.string().trim().max(500, "must be at most 500 characters").default("From a file."),
    ...File,
  }),
]);
export type ImportChecklistInput = z.input<typeof ImportChecklistInput>;

/** Takes a checklist from a file, as a new one or as the next version of one that is there. */
export async function importChecklist(
  ctx: RequestContext,
  input: ImportChecklistInput,
): Promise<{ templateId: ChecklistTemplateId; number: number }> {
  authorize(ctx, "checklist:write");
  const asked = parseInput(ImportChecklistInput, input);
  const content = readChecklist(asked.text, asked.format);
  return commit(ctx, async (tx) => {
    const { saved, event } =
      asked.as === "new"
        ? await makeChecklist(tx, ctx, { name: asked.name, content, note: "From a file." })
        : await addChecklistVersion(tx, ctx, { ...asked, content });
    return { result: { templateId: saved.templateId, number: saved.number }, events: [event] };
  });
}
