import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { paths } from "@/app/(console)/paths";
import {
  returnAssessmentAction,
  submitAssessmentAction,
  withdrawAssessmentAction,
} from "@/app/(console)/vendors/assessments/actions";
import { whyNot } from "@/app/(console)/why-not";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { PageHeader } from "@/components/ui/page-header";
import { ASSESSMENT_STATE_WORDS, OUTCOME_WORDS } from "@/components/vendors/words";
import type { RequestContext } from "@/lib/identity/request-context";
import { assessmentCan, type AssessmentVerb } from "@/lib/kernel/assessment-state";
import type { AssessmentDetail } from "@/lib/vendors/get-assessment";

/** Why a button of an assessment cannot be pressed: its state, or this person's roles. */
export function whyNotNow(
  ctx: RequestContext,
  { state }: AssessmentDetail,
  verb: AssessmentVerb,
  permission: "vendor:write" | "vendor:approve",
): string | null {
  const permit = assessmentCan(verb, state);
  return permit.ok ? whyNot(ctx, permission) : permit.why;
}

/** Why this person cannot decide: also that they had a hand in the answers. */
export function whyNotDecide(ctx: RequestContext, assessment: AssessmentDetail): string | null {
  const why = whyNotNow(ctx, assessment, "decide", "vendor:approve");
  if (why !== null) return why;
  const isAuthor = ctx.actor.kind === "person" && assessment.authorIds.includes(ctx.actor.personId);
  return isAuthor ? "You filled in part of this assessment: somebody else has to decide it." : null;
}

function StateButtons({ ctx, assessment }: { ctx: RequestContext; assessment: AssessmentDetail }) {
  const { id, state, score } = assessment;
  const fields = { assessmentId: id };
  return (
    <>
      {(state === "draft" || state === "submitted") && (
        <ConfirmDialog
          title={`Withdraw assessment ${assessment.number}?`}
          confirmLabel="Withdraw it"
          action={withdrawAssessmentAction}
          fields={fields}
          reason="optional"
          trigger={
            <Button variant="ghost" disabledReason={whyNotNow(ctx, assessment, "withdraw", "vendor:write")}>
              Withdraw
            </Button>
          }
        >
          <p>It stays to be read and is never decided. The vendor&apos;s links to it stop working.</p>
        </ConfirmDialog>
      )}
      {state === "draft" && (
        <ConfirmDialog
          title="Submit it for a decision?"
          confirmLabel="Submit it"
          tone="primary"
          action={submitAssessmentAction}
          fields={fields}
          trigger={
            <Button variant="primary" disabledReason={whyNotNow(ctx, assessment, "submit", "vendor:write")}>
              Submit for a decision
            </Button>
          }
        >
          <p>
            Somebody who had no hand in the answers decides. Until then nothing in it can be changed; what is in force
            stays so.
          </p>
          {score.answered < score.questions && <p>Questions without an answer count as not stated.</p>}
        </ConfirmDialog>
      )}
      {state === "submitted" && (
        <>
          <ConfirmDialog
            title="Give it back to be filled in further?"
            confirmLabel="Give it back"
            tone="primary"
            action={returnAssessmentAction}
            fields={fields}
            reason="required"
            trigger={<Button disabledReason={whyNotNow(ctx, assessment, "return", "vendor:approve")}>Give back</Button>}
          >
            <p>Nothing of it is lost.</p>
          </ConfirmDialog>
          <LinkOrReason
            variant="primary"
            href={paths.decideAssessment(id)}
            disabledReason={whyNotDecide(ctx, assessment)}
          >
            Decide
          </LinkOrReason>
        </>
      )}
    </>
  );
}

/** The top of each page of an assessment: whose it is, its state, what can be done with it. */
export function AssessmentFrame({
  ctx,
  assessment,
  title,
  children,
}: {
  ctx: RequestContext;
  assessment: AssessmentDetail;
  /** Where it is another page than the answers themselves. */
  title?: string;
  children: ReactNode;
}) {
  const { id, number, state, vendor, template, outcome } = assessment;
  const own = `Assessment ${number}`;
  return (
    <>
      <PageHeader
        title={title ?? `${own} of ${vendor.name}`}
        meta={
          <>
            <Badge tone={state === "decided" ? "good" : state === "submitted" ? "accent" : "neutral"}>
              {ASSESSMENT_STATE_WORDS[state]}
            </Badge>
            {outcome !== null && (
              <Badge tone={outcome === "rejected" ? "danger" : "good"}>{OUTCOME_WORDS[outcome]}</Badge>
            )}
          </>
        }
        description={`${template.name}, version ${template.versionNumber}. Started by ${assessment.startedBy}.`}
        breadcrumbs={[
          { label: "Vendors", href: paths.vendors() },
          { label: vendor.name, href: paths.vendorAssessments(vendor.id) },
          ...(title === undefined ? [] : [{ label: own, href: paths.assessment(id) }]),
          { label: title ?? own },
        ]}
        actions={
          <>
            <ButtonLink variant="ghost" href={paths.assessmentReport(id)} icon={<Printer aria-hidden />}>
              Report
            </ButtonLink>
            {title === undefined && <StateButtons ctx={ctx} assessment={assessment} />}
          </>
        }
      />
      {children}
    </>
  );
}
