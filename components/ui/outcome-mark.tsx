import { type FieldTreatment, type Outcome, toOutcome } from "@/lib/kernel/vocabulary";
import { cn } from "@/components/ui/cn";
import { OutcomeIcon } from "@/components/ui/outcome-icon";
import { outcomeInk, outcomeTint } from "@/components/ui/outcome-styles";
import { OUTCOME_WORDS, TREATMENT_WORDS } from "@/components/ui/outcome-words";

/** `full` icon and word in a tinted pill; `plain` icon and word without ground; `icon` a tinted square, the word for screen readers. */
export type MarkForm = "full" | "plain" | "icon";

/** One of the five outcomes: one colour, one icon, one word. `word` replaces the word where a finer one is known. */
export function OutcomeMark({
  outcome,
  form = "full",
  word = OUTCOME_WORDS[outcome].word,
  className,
}: {
  outcome: Outcome;
  form?: MarkForm | undefined;
  word?: string | undefined;
  className?: string | undefined;
}) {
  if (form === "icon") {
    return (
      <span
        title={word}
        className={cn(
          "inline-flex size-6 shrink-0 items-center justify-center rounded-md border",
          outcomeTint[outcome],
          outcome === "withheld" && "bg-hatched",
          className,
        )}
      >
        <OutcomeIcon outcome={outcome} />
        <span className="sr-only">{word}</span>
      </span>
    );
  }
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1 whitespace-nowrap font-medium text-xs",
        form === "plain" ? outcomeInk[outcome] : ["h-5 rounded-sm border ps-1 pe-1.5", outcomeTint[outcome]],
        className,
      )}
    >
      <OutcomeIcon outcome={outcome} className="size-3.5" />
      {word}
    </span>
  );
}

/** How a field is shown, in its outcome's colour and icon with the treatment's own word. */
export function TreatmentMark({
  treatment,
  form,
  className,
}: {
  treatment: FieldTreatment;
  form?: MarkForm | undefined;
  className?: string | undefined;
}) {
  return (
    <OutcomeMark
      outcome={toOutcome(treatment)}
      form={form}
      word={TREATMENT_WORDS[treatment].word}
      className={className}
    />
  );
}
