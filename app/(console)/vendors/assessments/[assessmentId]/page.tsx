import type { Metadata } from "next";
import type { ReactNode } from "react";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { attachEvidenceAction, saveAnswerAction } from "@/app/(console)/vendors/assessments/actions";
import { requireContext } from "@/app/session";
import { AssessmentForm } from "@/components/vendors/assessment-form";
import type { AnswerState } from "@/components/vendors/use-answers";
import { toDayInput } from "@/components/vendors/words";
import { isPermitted } from "@/lib/identity/authorize";
import { type AssessmentDetail, getAssessment } from "@/lib/vendors/get-assessment";
import { AnswerAside } from "./answer-aside";
import { AnswerList } from "./answer-list";
import { AssessmentFrame } from "./assessment-frame";
import { DecisionSummary } from "./decision-summary";
import { LinksCard } from "./links-card";
import { StaleCallout } from "./stale-callout";

export const metadata: Metadata = { title: "Assessment" };

function toStates({ questions }: AssessmentDetail): Record<string, AnswerState> {
  return Object.fromEntries(
    questions.flatMap(({ question, answer }): [string, AnswerState][] => {
      if (answer === null) return [];
      const { value, strength, note, links, fileIds, validUntil, revision } = answer;
      const draft = { value, strength, note, links, fileIds, validUntil: toDayInput(validUntil) };
      return [[question.key, { draft, revision, status: "saved", message: null, theirs: null }]];
    }),
  );
}

function toAsides(assessment: AssessmentDetail): Record<string, ReactNode> {
  return Object.fromEntries(
    assessment.questions
      .filter(
        ({ before, isDifferent, offers, answer }) =>
          (before !== null && isDifferent) || offers.length > 0 || answer?.verdictNote,
      )
      .map((one) => [one.question.key, <AnswerAside key={one.question.key} assessment={assessment} asked={one} />]),
  );
}

export default async function AssessmentPage({ params }: { params: Promise<{ assessmentId: string }> }) {
  const ctx = await requireContext("vendor:read");
  const assessment = await foundOr404(getAssessment(ctx, (await params).assessmentId));
  const isOpen = assessment.state === "draft" && isPermitted(ctx.actor, "vendor:write");
  return (
    <AssessmentFrame ctx={ctx} assessment={assessment}>
      <div className="space-y-6">
        <StaleCallout ctx={ctx} assessment={assessment} />
        <DecisionSummary assessment={assessment} />
        {isOpen ? (
          <>
            <LinksCard ctx={ctx} assessment={assessment} />
            <AssessmentForm
              key={assessment.template.versionNumber}
              sections={assessment.sections}
              questions={assessment.questions.map(({ question }) => question)}
              initial={toStates(assessment)}
              files={assessment.questions.flatMap(({ answer, offers }) => [
                ...(answer?.files ?? []),
                ...offers.flatMap(({ files }) => files),
              ])}
              now={ctx.now.getTime()}
              save={saveAnswerAction.bind(null, assessment.id)}
              attach={attachEvidenceAction.bind(null, assessment.vendor.id)}
              fileHref={paths.evidence("")}
              asides={toAsides(assessment)}
            />
          </>
        ) : (
          <AnswerList ctx={ctx} assessment={assessment} />
        )}
      </div>
    </AssessmentFrame>
  );
}
