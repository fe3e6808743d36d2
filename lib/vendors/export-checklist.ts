import { z } from "zod";
import { record } from "@/lib/audit/record";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { toChecklistContent } from "./checklist-content";
import { CHECKLIST_FORMATS, writeChecklist } from "./checklist-file";

export const ExportChecklistInput = z.object({
  templateId: z.uuid("names no checklist"),
  /** The newest when left out. */
  number: z.coerce.number().int().min(1).optional(),
  format: z.enum(CHECKLIST_FORMATS, "must be yaml or csv"),
});
export type ExportChecklistInput = z.input<typeof ExportChecklistInput>;

export type ExportedFile = { name: string; mediaType: string; text: string };

/** A version of a checklist as a file. */
export async function exportChecklist(ctx: RequestContext, input: ExportChecklistInput): Promise<ExportedFile> {
  authorize(ctx, "vendor:read");
  const { templateId, number, format } = parseInput(ExportChecklistInput, input);
  const version = await reader().checklistVersion.findFirst({
    where: { templateId, ...(number === undefined ? {} : { number }) },
    orderBy: { number: "desc" },
    select: { number: true, content: true },
  });
  if (version === null) throw new DomainError("not_found", "There is no such checklist, or no such version of it.");
  await record(ctx, [{ action: "checklist.exported", templateId, number: version.number, format }]);
  return {
    name: `checklist-version-${version.number}.${format}`,
    mediaType: format === "csv" ? "text/csv; charset=utf-8" : "application/yaml; charset=utf-8",
    text: writeChecklist(toChecklistContent(version.content), format),
  };
}
