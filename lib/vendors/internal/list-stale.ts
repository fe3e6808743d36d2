import { reader } from "@/lib/db/reader";
import type { AssessmentState } from "@/lib/kernel/assessment-state";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import { type ChecklistDiff, diffChecklists } from "@/lib/kernel/diff-checklists";
import type { AssessmentId, VendorId } from "@/lib/kernel/ids";
import { toChecklistContent } from "@/lib/vendors/checklist-content";

export type StaleAssessment = {
  assessmentId: AssessmentId;
  vendorId: VendorId;
  vendor: string;
  number: number;
  state: AssessmentState;
  /** The version that it was made with. */
  versionNumber: number;
  /** What the newer version asks otherwise. */
  diff: ChecklistDiff;
};

/** Assessments worked on or in force that were made with an older version than `number`, which asks `content`; at most 500. */
export async function listStale(
  templateId: string,
  number: number,
  content: ChecklistContent,
): Promise<StaleAssessment[]> {
  const rows = await reader().assessment.findMany({
    where: { version: { templateId, number: { lt: number } }, state: { in: ["draft", "submitted", "decided"] } },
    orderBy: { id: "asc" },
    take: 500,
    select: {
      id: true,
      number: true,
      state: true,
      vendor: { select: { id: true, name: true } },
      version: { select: { id: true, number: true } },
    },
  });
  const versionIds = [...new Set(rows.map(({ version }) => version.id))];
  const versions = await reader().checklistVersion.findMany({
    where: { id: { in: versionIds } },
    select: { id: true, content: true },
  });
  const diffs = new Map(versions.map((one) => [one.id, diffChecklists(toChecklistContent(one.content), content)]));
  return rows.flatMap(({ id, number: own, state, vendor, version }) => {
    const diff = diffs.get(version.id);
    const ids = { assessmentId: id as AssessmentId, vendorId: vendor.id as VendorId };
    return diff === undefined
      ? []
      : [{ ...ids, vendor: vendor.name, number: own, state, versionNumber: version.number, diff }];
  });
}
