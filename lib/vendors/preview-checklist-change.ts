import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import { type ChecklistDiff, diffChecklists } from "@/lib/kernel/diff-checklists";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { ChecklistContentInput, toChecklistContent } from "./checklist-content";
import { assertChangeable, assertDifferent } from "./internal/checklist-version";
import { listStale, type StaleAssessment } from "./internal/list-stale";

export const PreviewChecklistChangeInput = z.object({
  templateId: z.uuid("names no checklist"),
  /** The version that the change was made from. */
  baseNumber: z.coerce.number().int().min(1),
  content: ChecklistContentInput,
});
export type PreviewChecklistChangeInput = Omit<z.input<typeof PreviewChecklistChangeInput>, "content"> & {
  content: ChecklistContentInput | ChecklistContent;
};

export type ChecklistPreview = {
  /** The version that it would be saved as. */
  number: number;
  /** Against the newest version. All three are empty where only sections or the order are different. */
  diff: ChecklistDiff;
  /** Assessments that would be stale, those that are so already among them. */
  stale: StaleAssessment[];
};

/** What saving a change of a checklist would do. Changes nothing. Throws what `changeChecklist` would throw. */
export async function previewChecklistChange(
  ctx: RequestContext,
  input: PreviewChecklistChangeInput,
): Promise<ChecklistPreview> {
  authorize(ctx, "checklist:write");
  const { templateId, baseNumber, content } = parseInput(PreviewChecklistChangeInput, input);
  const template = await reader().checklistTemplate.findUnique({
    where: { id: templateId },
    select: {
      isShipped: true,
      version: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { content: true, digest: true } },
    },
  });
  const last = template?.versions[0];
  if (template === null || last === undefined)
    throw new DomainError("not_found", "There is no such checklist.", "templateId");
  assertChangeable(ctx, template, baseNumber);
  assertDifferent(last, content);
  const number = template.version + 1;
  return {
    number,
    diff: diffChecklists(toChecklistContent(last.content), content),
    stale: await listStale(templateId, number, content),
  };
}
