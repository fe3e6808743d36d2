import { adoptChecklistVersionAction } from "@/app/(console)/vendors/assessments/actions";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AssessmentDetail } from "@/lib/vendors/get-assessment";
import { whyNotNow } from "./assessment-frame";

/** Says what the newest version of the checklist asks otherwise, and moves a draft there. */
export function StaleCallout({ ctx, assessment }: { ctx: RequestContext; assessment: AssessmentDetail }) {
  const { stale, template, state } = assessment;
  if (stale === null || state === "superseded" || state === "withdrawn") return null;
  const count = (keys: readonly string[], word: string) => (keys.length === 0 ? [] : [`${keys.length} ${word}`]);
  const what = [...count(stale.added, "new"), ...count(stale.changed, "changed"), ...count(stale.removed, "gone")];
  return (
    <Callout
      tone="warn"
      title={`Version ${template.newest} of the checklist asks otherwise: ${what.join(", ") || "nothing of what is asked"}.`}
      actions={
        state === "draft" && (
          <ConfirmDialog
            title={`Move to version ${template.newest}?`}
            confirmLabel="Move to it"
            tone="primary"
            action={adoptChecklistVersionAction}
            fields={{ assessmentId: assessment.id }}
            trigger={
              <Button size="sm" disabledReason={whyNotNow(ctx, assessment, "answer", "vendor:write")}>
                Move to version {template.newest}
              </Button>
            }
          >
            <p>Answers stay as they are. Those to questions that are gone are kept and no longer counted.</p>
          </ConfirmDialog>
        )
      }
    >
      This one is made with version {template.versionNumber}.
    </Callout>
  );
}
