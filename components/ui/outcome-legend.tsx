import { OUTCOMES, type Outcome } from "@/lib/kernel/vocabulary";
import { cn } from "@/components/ui/cn";
import { OutcomeMark } from "@/components/ui/outcome-mark";
import { OUTCOME_WORDS } from "@/components/ui/outcome-words";

/** What the marks mean, beside a matrix or a preview. */
export function OutcomeLegend({
  outcomes = OUTCOMES,
  className,
}: {
  outcomes?: readonly Outcome[] | undefined;
  className?: string | undefined;
}) {
  return (
    <ul aria-label="What the marks mean" className={cn("flex flex-wrap gap-x-4 gap-y-2", className)}>
      {outcomes.map((outcome) => (
        <li key={outcome} className="flex items-center gap-2 text-ink-muted text-xs">
          <OutcomeMark outcome={outcome} form="icon" word="" />
          <span>
            <span className="font-medium text-ink">{OUTCOME_WORDS[outcome].word}</span>{" "}
            <span className="max-lg:sr-only">{OUTCOME_WORDS[outcome].sentence}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
