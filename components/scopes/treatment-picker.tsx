"use client";

import { useId } from "react";
import { type FieldTreatment, TREATMENTS, toOutcome } from "@/lib/kernel/vocabulary";
import { cn } from "@/components/ui/cn";
import { OutcomeIcon } from "@/components/ui/outcome-icon";
import { outcomeTint } from "@/components/ui/outcome-styles";
import { TREATMENT_WORDS } from "@/components/ui/outcome-words";

const CHOICES: readonly FieldTreatment[] = [...TREATMENTS, "withheld"];

const CHECKED: Record<ReturnType<typeof toOutcome>, string> = {
  clear: "has-checked:border-clear-line has-checked:bg-clear-soft has-checked:text-clear-ink",
  masked: "has-checked:border-masked-line has-checked:bg-masked-soft has-checked:text-masked-ink",
  withheld: "has-checked:border-withheld-line has-checked:bg-withheld-soft has-checked:text-withheld-ink",
  denied: outcomeTint.denied,
  held: outcomeTint.held,
};

/** How one field is shown: the treatments from the most open to withheld, the chosen one in its outcome's colour. */
export function TreatmentPicker({
  name,
  label,
  defaultValue,
  value,
  onValueChange,
  blocked = {},
  className,
}: {
  /** The name it travels under: "treatment.email". */
  name: string;
  /** Whose treatment it is, for screen readers: "Treatment of email". */
  label: string;
  defaultValue?: FieldTreatment | undefined;
  value?: FieldTreatment | undefined;
  onValueChange?: ((treatment: FieldTreatment) => void) | undefined;
  /** Why a treatment cannot be chosen here. */
  blocked?: Partial<Record<FieldTreatment, string>> | undefined;
  className?: string | undefined;
}) {
  const id = useId();
  return (
    <fieldset
      className={cn(
        "inline-flex min-w-0 max-w-full flex-wrap gap-px rounded-md border border-line bg-sunken p-px",
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {CHOICES.map((treatment) => {
        const { word, sentence } = TREATMENT_WORDS[treatment];
        const reason = blocked[treatment];
        const outcome = toOutcome(treatment);
        return (
          <label
            key={treatment}
            title={reason ?? sentence}
            className={cn(
              "group/choice relative inline-flex h-7 cursor-pointer items-center gap-1 rounded-[5px] border border-transparent px-2 text-ink-muted text-xs",
              "hover:bg-hover hover:text-ink has-checked:font-medium has-checked:shadow-xs",
              "has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-1",
              reason !== undefined &&
                "cursor-not-allowed text-ink-faint line-through decoration-1 hover:bg-transparent hover:text-ink-faint",
              CHECKED[outcome],
            )}
          >
            <input
              type="radio"
              name={name}
              value={treatment}
              className="absolute inset-0 m-0 size-full cursor-[inherit] appearance-none opacity-0"
              aria-describedby={`${id}-${treatment}`}
              {...(reason !== undefined && { "aria-disabled": true })}
              {...(value === undefined
                ? { defaultChecked: treatment === defaultValue }
                : { checked: treatment === value })}
              onClick={(event) => {
                if (reason !== undefined) event.preventDefault();
              }}
              onChange={() => {
                if (reason === undefined) onValueChange?.(treatment);
              }}
            />
            <OutcomeIcon outcome={outcome} className="hidden size-3.5 group-has-checked/choice:block" />
            {word}
            <span id={`${id}-${treatment}`} hidden>
              {reason ?? sentence}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
