import { Badge } from "@/components/ui/badge";
import { StandingBadges } from "@/components/vendors/question-card";
import { ASSESSMENT_STATE_WORDS, STRENGTH_WORDS, toDayWords, toValueWords } from "@/components/vendors/words";
import type { AssessmentComparison, ComparedQuestion } from "@/lib/vendors/compare-assessments";
import type { AssessmentDetail } from "@/lib/vendors/get-assessment";

const CELL = "border-line border-t px-4 py-2 align-top";

function Side({ side }: { side: ComparedQuestion["left"] }) {
  if (side === null) return <span className="text-ink-faint">Not asked</span>;
  const { question, answer, judged } = side;
  return (
    <div className="space-y-1">
      <p className="whitespace-pre-line break-words">{toValueWords(question, answer?.value ?? null)}</p>
      <p className="flex flex-wrap items-center gap-2 text-ink-muted text-sm">
        {STRENGTH_WORDS[answer?.strength ?? "not_stated"].label}
        <StandingBadges question={question} judged={judged} />
      </p>
    </div>
  );
}

function toHead({ vendor, number, decidedAt, startedAt, state }: AssessmentDetail): string {
  return `${vendor.name}, assessment ${number} (${ASSESSMENT_STATE_WORDS[state].toLowerCase()}, ${toDayWords(decidedAt ?? startedAt)})`;
}

/** Two assessments side by side: scores by section, then question by question. */
export function ComparisonTable({
  comparison: { left, right, sections, questions },
  isOnlyDifferent,
}: {
  comparison: AssessmentComparison;
  isOnlyDifferent: boolean;
}) {
  const shown = isOnlyDifferent ? questions.filter(({ isDifferent }) => isDifferent) : questions;
  const score = (value: number | null) => value?.toFixed(1) ?? "–";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div
      role="region"
      aria-label="Comparison"
      tabIndex={0}
      className="overflow-x-auto rounded-xl border border-line bg-surface shadow-xs"
    >
      <table className="w-full min-w-2xl table-fixed text-start">
        <caption className="sr-only">Two assessments side by side</caption>
        <thead>
          <tr>
            {["Question", toHead(left), toHead(right)].map((head) => (
              <th key={head} scope="col" className="px-4 py-2 text-start align-bottom font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {sections.map(({ section, title, left: a, right: b }) => {
          const own = shown.filter((one) => one.section === section);
          return (
            <tbody key={section}>
              <tr className="bg-canvas">
                <th scope="rowgroup" className={`${CELL} text-start font-medium`}>
                  {title}
                </th>
                <td className={`${CELL} tabular-nums`}>Score {score(a)}</td>
                <td className={`${CELL} tabular-nums`}>Score {score(b)}</td>
              </tr>
              {own.map((one) => (
                <tr key={one.key}>
                  <th scope="row" className={`${CELL} text-start font-normal`}>
                    {one.text} {one.isDifferent && <Badge tone="accent">Differs</Badge>}
                  </th>
                  <td className={CELL}>
                    <Side side={one.left} />
                  </td>
                  <td className={CELL}>
                    <Side side={one.right} />
                  </td>
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}
