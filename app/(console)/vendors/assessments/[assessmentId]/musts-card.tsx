import { recordExceptionAction } from "@/app/(console)/vendors/assessments/actions";
import { TextareaField, TextField } from "@/components/form/text-field";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ExactTime } from "@/components/ui/relative-time";
import { FormDialog } from "@/components/vendors/form-dialog";
import { STANDING_WORDS, STRENGTH_WORDS, toValueWords } from "@/components/vendors/words";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AnsweredQuestion, AssessmentDetail } from "@/lib/vendors/get-assessment";
import { whyNotNow } from "./assessment-frame";

function whyNotExcept(ctx: RequestContext, assessment: AssessmentDetail): string | null {
  const why = whyNotNow(ctx, assessment, "except", "vendor:approve");
  if (why !== null) return why;
  const isAuthor = ctx.actor.kind === "person" && assessment.authorIds.includes(ctx.actor.personId);
  return isAuthor ? "You had a hand in this assessment: somebody else has to approve the exception." : null;
}

function Must({
  ctx,
  assessment,
  asked,
}: {
  ctx: RequestContext;
  assessment: AssessmentDetail;
  asked: AnsweredQuestion;
}) {
  const { question, judged, answer } = asked;
  const exceptions = assessment.exceptions.filter(({ questionKey }) => questionKey === question.key);
  const lack =
    judged.openBecause === "too_weak"
      ? `needs ${STRENGTH_WORDS[question.strengthMin].label.toLowerCase()} or better`
      : judged.openBecause && STANDING_WORDS[judged.openBecause].toLowerCase();
  return (
    <li className="space-y-2 py-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-64">{question.text}</p>
        <Badge tone={lack === null ? "good" : "danger"}>{lack === null ? "Met" : `Open: ${lack}`}</Badge>
        {lack !== null && (
          <FormDialog
            title="Bear this must by an exception"
            action={recordExceptionAction}
            fields={{ assessmentId: assessment.id, questionKey: question.key }}
            submitLabel="Record the exception"
            trigger={
              <Button
                size="sm"
                aria-label={`Exception for: ${question.text}`}
                disabledReason={whyNotExcept(ctx, assessment)}
              >
                Exception
              </Button>
            }
          >
            <TextareaField name="reason" label="Why it is borne" required maxLength={1000} />
            <TextareaField
              name="compensatingControl"
              label="What is done about it meanwhile"
              required
              maxLength={1000}
            />
            <TextField
              name="endsAt"
              label="Until"
              help="Within a year; what lasts longer is no exception."
              type="date"
              required
            />
          </FormDialog>
        )}
      </div>
      <p className="text-ink-muted text-sm">
        {toValueWords(question, answer?.value ?? null)} (
        {STRENGTH_WORDS[answer?.strength ?? "not_stated"].label.toLowerCase()})
      </p>
      {exceptions.map((one) => (
        <div key={one.id} className="border-line border-s-2 ps-3 text-sm">
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone={one.isInForce ? "warn" : "neutral"}>
              {one.isInForce ? "Exception in force" : "Exception over"}
            </Badge>
            <span className="text-ink-muted">
              by {one.approver}, until <ExactTime at={one.endsAt} />
            </span>
          </p>
          <p>{one.reason}</p>
          <p className="text-ink-muted">Meanwhile: {one.compensatingControl}</p>
        </div>
      ))}
    </li>
  );
}

/** The musts of an assessment: which are met, which are open, and which of these an exception bears. */
export function MustsCard({ ctx, assessment }: { ctx: RequestContext; assessment: AssessmentDetail }) {
  const musts = assessment.questions.filter(({ question }) => question.isMust);
  const sorted = [...musts].sort(
    (a, b) => Number(a.judged.openBecause === null) - Number(b.judged.openBecause === null),
  );
  return (
    <Card title="Musts" description="Without each of these, or an exception that bears it, nothing is approved.">
      <ul className="divide-y divide-line">
        {sorted.map((asked) => (
          <Must key={asked.question.key} ctx={ctx} assessment={assessment} asked={asked} />
        ))}
      </ul>
    </Card>
  );
}
