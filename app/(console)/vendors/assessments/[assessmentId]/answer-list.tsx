import { paths } from "@/app/(console)/paths";
import { judgeAnswerAction, rejectAnswerAction } from "@/app/(console)/vendors/assessments/actions";
import { whyNotDecide, whyNotNow } from "@/app/(console)/vendors/assessments/[assessmentId]/assessment-frame";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { QuestionBackground, StandingBadges } from "@/components/vendors/question-card";
import { STRENGTH_WORDS, toDayWords, toValueWords } from "@/components/vendors/words";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AnsweredQuestion, AssessmentDetail } from "@/lib/vendors/get-assessment";
import { AnswerAside } from "./answer-aside";

type Answer = NonNullable<AnsweredQuestion["answer"]>;

function Shown({ answer }: { answer: Answer }) {
  return (
    <div className="space-y-1 text-sm">
      <p className="text-ink-muted">
        {STRENGTH_WORDS[answer.strength].label}
        {answer.validUntil !== null && `, valid until ${toDayWords(answer.validUntil)}`}. By {answer.answeredBy}.
      </p>
      {answer.note !== "" && <p className="whitespace-pre-line break-words">{answer.note}</p>}
      <ul>
        {answer.links.map((link) => (
          <li key={link}>
            <a
              href={link}
              rel="noreferrer noopener"
              target="_blank"
              className="inline-block min-h-6 break-all text-accent-ink underline underline-offset-2"
            >
              {link}
            </a>
          </li>
        ))}
        {answer.files.map(({ id, name, sha256 }) => (
          <li key={id}>
            <a
              href={paths.evidence(id)}
              download
              className="inline-block min-h-6 break-all text-accent-ink underline underline-offset-2"
            >
              {name}
            </a>{" "}
            <span className="text-ink-muted">SHA-256 {sha256.slice(0, 12)}…</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Verdict({
  ctx,
  assessment,
  asked,
}: {
  ctx: RequestContext;
  assessment: AssessmentDetail;
  asked: AnsweredQuestion;
}) {
  const { answer, question } = asked;
  if (answer === null) return null;
  const fields = { assessmentId: assessment.id, questionKey: question.key, answerId: answer.id };
  const given = answer.verdict !== null && (
    <p className="flex flex-wrap items-center gap-2 text-sm">
      <Badge tone={answer.verdict === "accepted" ? "good" : "danger"}>
        {answer.verdict === "accepted" ? "Accepted" : "Rejected"}
      </Badge>
      <span>
        by {answer.verdictBy}
        {answer.verdictNote ? `: ${answer.verdictNote}` : ""}
      </span>
    </p>
  );
  if (assessment.state === "submitted") {
    const isOwn = ctx.actor.kind === "person" && answer.answeredById === ctx.actor.personId;
    const why = isOwn
      ? "You gave this answer: somebody else has to judge it."
      : (whyNotDecide(ctx, assessment) ?? null);
    return (
      <div className="space-y-2">
        {given}
        <Form
          action={judgeAnswerAction}
          className="flex flex-wrap items-end gap-2 space-y-0"
          aria-label={`Verdict on: ${question.text}`}
        >
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextField name="note" label="Note on this answer" maxLength={1000} className="min-w-48 flex-1" />
          <SubmitButton variant="secondary" name="verdict" value="accepted" disabledReason={why}>
            Accept
          </SubmitButton>
          <SubmitButton variant="danger-quiet" name="verdict" value="rejected" disabledReason={why}>
            Reject
          </SubmitButton>
        </Form>
      </div>
    );
  }
  if (assessment.state !== "decided" || assessment.outcome === "rejected") return given || null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {given}
      {answer.verdict !== "rejected" && (
        <ConfirmDialog
          title="This answer turned out wrong?"
          confirmLabel={question.isMust ? "Reject it and close access" : "Reject the answer"}
          action={rejectAnswerAction}
          fields={fields}
          reason="required"
          trigger={
            <Button
              size="sm"
              variant="ghost"
              disabledReason={whyNotNow(ctx, assessment, "reject_answer", "vendor:write")}
            >
              Turned out wrong
            </Button>
          }
        >
          <p>
            {question.isMust
              ? "It is a must: the vendor's agents are refused at once, unless an exception bears it."
              : "It is no must: access stays as it is."}{" "}
            It cannot be taken back; the next assessment, or an exception, opens again.
          </p>
        </ConfirmDialog>
      )}
    </div>
  );
}

/** An assessment as it is read and judged: each question with its answer, how that is shown, and its verdict. */
export function AnswerList({ ctx, assessment }: { ctx: RequestContext; assessment: AssessmentDetail }) {
  return assessment.sections.map((section) => (
    <section key={section.key} aria-label={section.title} className="space-y-3">
      <h2 className="flex flex-wrap items-baseline gap-x-3 font-semibold text-md">
        {section.title}
        <span className="font-normal text-ink-muted text-sm tabular-nums">
          {assessment.score.sections.find((one) => one.section === section.key)?.score.toFixed(1) ?? "0.0"}
        </span>
      </h2>
      {assessment.questions
        .filter(({ question }) => question.section === section.key)
        .map((asked) => (
          <article
            key={asked.question.key}
            id={`q-${asked.question.key}`}
            className="scroll-mt-20 space-y-3 rounded-xl border border-line bg-surface p-4 shadow-xs"
          >
            <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
              <h3 className="min-w-0 flex-1 basis-64 font-medium">{asked.question.text}</h3>
              <span className="flex flex-wrap gap-2">
                <StandingBadges question={asked.question} judged={asked.judged} />
              </span>
            </div>
            <p className="whitespace-pre-line break-words">
              {toValueWords(asked.question, asked.answer?.value ?? null)}
            </p>
            {asked.answer !== null && <Shown answer={asked.answer} />}
            {asked.before !== null && asked.isDifferent && (
              <AnswerAside assessment={assessment} asked={{ ...asked, offers: [] }} />
            )}
            <QuestionBackground question={asked.question} />
            <Verdict ctx={ctx} assessment={assessment} asked={asked} />
          </article>
        ))}
    </section>
  ));
}
