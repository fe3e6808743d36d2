import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { requireContext } from "@/app/session";
import { ButtonLink } from "@/components/ui/button-link";
import { ExactTime } from "@/components/ui/relative-time";
import { PrintButton } from "@/components/vendors/print-button";
import { ReportAnswers } from "@/components/vendors/report-answers";
import { OUTCOME_WORDS } from "@/components/vendors/words";
import { getAssessmentReport } from "@/lib/vendors/get-assessment-report";
import { listConditions } from "@/app/(console)/vendors/assessments/[assessmentId]/decision-summary";

export const metadata: Metadata = { title: "Report of an assessment" };

const STEPS: Readonly<Record<string, string>> = {
  "assessment.started": "Started",
  "assessment.version_adopted": "Moved to a newer checklist",
  "assessment.submitted": "Submitted",
  "assessment.returned": "Given back",
  "assessment.withdrawn": "Withdrawn",
  "assessment.decided": "Decided",
  "vendor_exception.recorded": "Exception recorded",
  "vendor_link.made": "Link for the vendor made",
};

export default async function ReportPage({ params }: { params: Promise<{ assessmentId: string }> }) {
  const ctx = await requireContext("vendor:read");
  const { assessment, vendor, clauses, history, madeAt, madeBy } = await foundOr404(
    getAssessmentReport(ctx, (await params).assessmentId),
  );
  const { score, outcome, conditions } = assessment;
  return (
    <article className="mx-auto max-w-4xl space-y-8 py-6">
      <div className="flex flex-wrap justify-end gap-2 print:hidden">
        <ButtonLink variant="ghost" href={paths.assessment(assessment.id)}>
          Back to the assessment
        </ButtonLink>
        <PrintButton />
      </div>
      <header className="space-y-1">
        <h1 className="font-semibold text-2xl">
          {vendor.name}: data-policy assessment {assessment.number}
        </h1>
        <p className="text-ink-muted">
          {assessment.template.name}, version {assessment.template.versionNumber}. Report made <ExactTime at={madeAt} />
          {madeBy !== null && ` by ${madeBy}`}.
        </p>
      </header>
      <section aria-labelledby="report-outcome" className="space-y-2">
        <h2 id="report-outcome" className="font-semibold text-md">
          Outcome
        </h2>
        <p>
          {outcome === null ? "Not decided." : `${OUTCOME_WORDS[outcome]} by ${assessment.decidedBy}. `}
          {assessment.decidedAt !== null && <ExactTime at={assessment.decidedAt} />}
          {assessment.validUntil !== null && (
            <>
              . Valid until <ExactTime at={assessment.validUntil} />
            </>
          )}
        </p>
        <p>
          Score {score.total.toFixed(1)} of 100; {score.answered} of {score.questions} questions answered;{" "}
          {score.openMusts.length} open musts; grace of {assessment.graceDays} days. Filled in under{" "}
          {assessment.startedBy}
          {assessment.submittedBy !== null && `, submitted by ${assessment.submittedBy}`}.
        </p>
        {conditions !== null && (
          <ul className="list-disc ps-5">
            {listConditions(conditions).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {assessment.decisionNote !== "" && <p className="whitespace-pre-line">{assessment.decisionNote}</p>}
      </section>
      {assessment.exceptions.length > 0 && (
        <section aria-labelledby="report-exceptions" className="space-y-2">
          <h2 id="report-exceptions" className="font-semibold text-md">
            Exceptions
          </h2>
          <ul className="list-disc space-y-1 ps-5">
            {assessment.exceptions.map((one) => (
              <li key={one.id}>
                {one.questionKey}: {one.reason} Meanwhile: {one.compensatingControl} Approved by {one.approver}, until{" "}
                <ExactTime at={one.endsAt} />
                {one.isInForce ? ", in force." : ", over."}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ReportAnswers assessment={assessment} />
      <section aria-labelledby="report-clauses" className="space-y-2">
        <h2 id="report-clauses" className="font-semibold text-md">
          Clauses that the questions serve
        </h2>
        <ul className="columns-1 gap-8 text-sm sm:columns-2 print:columns-2">
          {clauses.map((one) => (
            <li key={`${one.framework} ${one.ref}`} className="break-inside-avoid">
              {one.framework} {one.ref}: {one.good} of {one.questionKeys.length} answered well
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="report-steps" className="space-y-2">
        <h2 id="report-steps" className="font-semibold text-md">
          Steps, from the audit log
        </h2>
        <ol className="space-y-1 text-sm">
          {history.map((one) => (
            <li key={one.id}>
              <ExactTime at={one.at} />: {STEPS[one.action] ?? one.action}
              {one.by !== null && ` by ${one.by}`}
            </li>
          ))}
        </ol>
      </section>
    </article>
  );
}
