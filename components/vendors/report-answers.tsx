import { STANDING_WORDS, STRENGTH_WORDS, toDayWords, toValueWords } from "@/components/vendors/words";
import type { AnsweredQuestion, AssessmentDetail } from "@/lib/vendors/get-assessment";

function Answered({ asked: { question, answer, judged } }: { asked: AnsweredQuestion }) {
  return (
    <li className="break-inside-avoid border-line border-t py-2">
      <p className="font-medium">
        {question.text}
        {question.isMust && " (must)"}
      </p>
      <p className="whitespace-pre-line break-words">{toValueWords(question, answer?.value ?? null)}</p>
      <p className="text-ink-muted text-sm">
        {STANDING_WORDS[judged.standing]}. Shown: {STRENGTH_WORDS[answer?.strength ?? "not_stated"].label.toLowerCase()}
        .{answer !== null && answer.validUntil !== null && ` Valid until ${toDayWords(answer.validUntil)}.`}
        {answer !== null && ` Answered by ${answer.answeredBy}.`}
        {answer !== null &&
          answer.verdict !== null &&
          ` ${answer.verdict === "accepted" ? "Accepted" : "Rejected"} by ${answer.verdictBy}.`}
        {answer?.verdictNote && ` ${answer.verdictNote}`}
      </p>
      {answer !== null && answer.note !== "" && <p className="whitespace-pre-line text-sm">{answer.note}</p>}
      {answer !== null && (
        <ul className="text-sm">
          {answer.links.map((link) => (
            <li key={link} className="break-all">
              {link}
            </li>
          ))}
          {answer.files.map(({ id, name, sizeBytes, sha256 }) => (
            <li key={id} className="break-all">
              {name}, {sizeBytes} bytes, SHA-256 {sha256}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Every question with its answer, for paper: scores by section, evidence with its whole fingerprint. */
export function ReportAnswers({ assessment }: { assessment: AssessmentDetail }) {
  return assessment.sections.map(({ key, title }) => (
    <section key={key} aria-labelledby={`report-${key}`}>
      <h2 id={`report-${key}`} className="flex items-baseline gap-3 py-2 font-semibold text-md">
        {title}
        <span className="font-normal text-ink-muted text-sm">
          Score {assessment.score.sections.find(({ section }) => section === key)?.score.toFixed(1) ?? "0.0"}
        </span>
      </h2>
      <ul>
        {assessment.questions
          .filter(({ question }) => question.section === key)
          .map((asked) => (
            <Answered key={asked.question.key} asked={asked} />
          ))}
      </ul>
    </section>
  ));
}
