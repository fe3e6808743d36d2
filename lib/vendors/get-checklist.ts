import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import { DomainError } from "@/lib/kernel/domain-error";
import type { ChecklistTemplateId, ChecklistVersionId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";
import { toChecklistContent } from "./checklist-content";
import { listStale, type StaleAssessment } from "./internal/list-stale";

export const GetChecklistInput = z.object({
  templateId: z.uuid("names no checklist"),
  /** The newest when left out. */
  number: z.coerce.number().int().min(1).optional(),
});
export type GetChecklistInput = z.input<typeof GetChecklistInput>;

export type ChecklistDetail = {
  id: ChecklistTemplateId;
  versionId: ChecklistVersionId;
  name: string;
  isShipped: boolean;
  number: number;
  newest: number;
  note: string;
  digest: string;
  createdAt: Date;
  content: ChecklistContent;
  versions: { number: number; note: string; createdAt: Date }[];
  /** Assessments worked on or in force that were made with an older version than the newest; at most 500. */
  stale: StaleAssessment[];
};

/** One version of a checklist, its history, and the assessments that it makes stale. Throws `not_found`. */
export async function getChecklist(ctx: RequestContext, input: GetChecklistInput): Promise<ChecklistDetail> {
  authorize(ctx, "vendor:read");
  const { templateId, number } = parseInput(GetChecklistInput, input);
  const template = await reader().checklistTemplate.findUnique({
    where: { id: templateId },
    select: { id: true, name: true, isShipped: true, version: true, versions: { orderBy: { number: "desc" } } },
  });
  const shown = template?.versions.find((one) => one.number === (number ?? template.version));
  const newest = template?.versions[0];
  if (template === null || shown === undefined || newest === undefined)
    throw new DomainError("not_found", "There is no such checklist, or no such version of it.");
  return {
    id: template.id as ChecklistTemplateId,
    versionId: shown.id as ChecklistVersionId,
    name: template.name,
    isShipped: template.isShipped,
    number: shown.number,
    newest: template.version,
    note: shown.note,
    digest: shown.digest,
    createdAt: shown.createdAt,
    content: toChecklistContent(shown.content),
    versions: template.versions.map(({ number: one, note, createdAt }) => ({ number: one, note, createdAt })),
    stale: await listStale(templateId, template.version, toChecklistContent(newest.content)),
  };
}
