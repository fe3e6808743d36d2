import { paths } from "@/app/(console)/paths";
import type { ChecklistChange } from "@/components/vendors/checklist-types";
import { ASSESSMENT_STATE_WORDS } from "@/components/vendors/words";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import type { ChecklistPreview } from "@/lib/vendors/preview-checklist-change";

/** What a change would do, as the dialog before the saving shows it. */
export function toChecklistChange(
  content: ChecklistContent,
  { number, diff, stale }: ChecklistPreview,
): ChecklistChange {
  return {
    content: JSON.stringify(content),
    number,
    ...diff,
    stale: stale.map((one) => ({
      id: one.assessmentId,
      href: paths.assessment(one.assessmentId),
      vendor: one.vendor,
      number: one.number,
      state: ASSESSMENT_STATE_WORDS[one.state],
      versionNumber: one.versionNumber,
      questions: one.diff.added.length + one.diff.changed.length + one.diff.removed.length,
    })),
  };
}
