import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { decideAssessmentAction } from "@/app/(console)/vendors/assessments/actions";
import { requireContext } from "@/app/session";
import { Callout } from "@/components/ui/callout";
import { Section } from "@/components/ui/section";
import { StatTile } from "@/components/ui/stat-tile";
import { DecisionForm } from "@/components/vendors/decision-form";
import { toDayInput } from "@/components/vendors/words";
import { isPermitted } from "@/lib/identity/authorize";
import { findUnborneMusts } from "@/lib/kernel/score-checklist";
import { listPurposes } from "@/lib/scopes/list-purposes";
import { getAssessment } from "@/lib/vendors/get-assessment";
import { AssessmentFrame, whyNotDecide } from "@/app/(console)/vendors/assessments/[assessmentId]/assessment-frame";
import { MustsCard } from "@/app/(console)/vendors/assessments/[assessmentId]/musts-card";

export const metadata: Metadata = { title: "Decide an assessment" };

const YEAR_MS = 365 * 86_400_000;

export default async function DecidePage({ params }: { params: Promise<{ assessmentId: string }> }) {
  const ctx = await requireContext("vendor:read");
  const assessment = await foundOr404(getAssessment(ctx, (await params).assessmentId));
  const purposes = isPermitted(ctx.actor, "scope:read") ? await listPurposes(ctx) : [];
  const { score, exceptions, questions } = assessment;
  const bearing = exceptions
    .filter(({ isInForce }) => isInForce)
    .map((one) => ({ key: one.questionKey, endsAt: one.endsAt.getTime() }));
  const unborne = findUnborneMusts(score, bearing, ctx.now.getTime());
  const rejected = questions.filter(({ answer }) => answer?.verdict === "rejected").length;
  const why = whyNotDecide(ctx, assessment);
  return (
    <AssessmentFrame
      ctx={ctx}
      assessment={assessment}
      title={`Decide assessment ${assessment.number} of ${assessment.vendor.name}`}
    >
      <div className="space-y-8">
        {why !== null && <Callout tone="warn" title={why} />}
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <StatTile label="Score" value={score.total.toFixed(1)} detail="Of 100" />
          <StatTile
            label="Answered"
            value={`${score.answered} of ${score.questions}`}
            href={paths.assessment(assessment.id)}
            detail="The rest is not stated"
          />
          <StatTile
            label="Open musts"
            value={score.openMusts.length}
            detail={`${unborne.length} borne by no exception`}
          />
          <StatTile label="Rejected answers" value={rejected} detail="By a reviewer's verdict" />
        </div>
        <MustsCard ctx={ctx} assessment={assessment} />
        <Section title="Your decision" description="It takes the place of the one in force and is never changed again.">
          <DecisionForm
            action={decideAssessmentAction}
            assessmentId={assessment.id}
            answersDigest={assessment.answersDigest}
            purposes={purposes}
            suggestedUntil={toDayInput(new Date(ctx.now.getTime() + YEAR_MS))}
            openMusts={unborne.length}
            disabledReason={why}
          />
        </Section>
      </div>
    </AssessmentFrame>
  );
}
