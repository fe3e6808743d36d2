import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import { diffChecklists, type ChecklistDiff } from "@/lib/kernel/diff-checklists";
import type { AssessmentState } from "@/lib/kernel/assessment-state";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AssessmentId, ChecklistTemplateId, ChecklistVersionId, VendorId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";
import { toChecklistContent } from "./checklist-content";

export const GetChecklistInput = z.object({
  templateId: z.uuid("names no checklist"),
  /** The newest when left out. */
  number: z.coerce.number().int().min(1).optional(),
});
export type GetChecklistInput = z.input<typeof GetChecklistInput>;

export type StaleAssessment = {
  assessmentId: AssessmentId;
  vendorId: VendorId;
  vendor: string;
  number: number;
  state: AssessmentState;
  /** The version that it was made with. */
  versionNumber: number;
  /** What the newest version asks otherwise. */
  diff: ChecklistDiff;
};

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

async function listStale(templateId: string, newest: number, content: ChecklistContent): Promise<StaleAssessment[]> {
  const rows = await reader().assessment.findMany({
    where: { version: { templateId, number: { lt: newest } }, state: { in: ["draft", "submitted", "decided"] } },
    orderBy: { id: "asc" },
    take: 500,
    select: {
      id: true,
      number: true,
      state: true,
      vendor: { select: { id: true, name: true } },
      version: { select: { number: true, content: true } },
    },
  });
  const diffs = new Map<number, ChecklistDiff>();
  return rows.map(({ id, number, state, vendor, version }) => {
    const diff = diffs.get(version.number) ?? diffChecklists(toChecklistContent(version.content), content);
    diffs.set(version.number, diff);
    const ids = { assessmentId: id as AssessmentId, vendorId: vendor.id as VendorId };
    return { ...ids, vendor: vendor.name, number, state, versionNumber: version.number, diff };
  });
}

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
