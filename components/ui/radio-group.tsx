import { cn } from "@/components/ui/cn";

export type RadioOption = {
  value: string;
  label: string;
  help?: string | undefined;
  disabledReason?: string | undefined;
};

/** One of a few, all in view. Stands inside a fieldset: RadioField gives one. */
export function RadioGroup({
  name,
  options,
  defaultValue,
  value,
  onValueChange,
  layout = "list",
  idPrefix = name,
  ...rest
}: {
  name: string;
  options: readonly RadioOption[];
  defaultValue?: string | undefined;
  value?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
  /** `list` one below the other, `cards` each in a box of its own. */
  layout?: "list" | "cards" | undefined;
  idPrefix?: string | undefined;
  required?: boolean | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
}) {
  const { required, ...aria } = rest;
  return (
    <div className={cn("grid", layout === "cards" ? "gap-2 sm:grid-cols-2" : "gap-1")}>
      {options.map((option, index) => (
        <label
          key={option.value}
          className={cn(
            "flex items-start gap-3 py-1 has-disabled:text-ink-faint",
            layout === "cards" &&
              "rounded-lg border border-line-strong bg-surface p-3 shadow-xs has-checked:border-accent has-checked:bg-accent-soft",
          )}
        >
          <input
            {...aria}
            id={index === 0 ? idPrefix : `${idPrefix}-${option.value}`}
            type="radio"
            name={name}
            value={option.value}
            required={required}
            disabled={option.disabledReason !== undefined}
            {...(value === undefined
              ? { defaultChecked: option.value === defaultValue }
              : { checked: option.value === value, onChange: () => onValueChange?.(option.value) })}
            className="mt-0.5 size-4 shrink-0 cursor-pointer appearance-none rounded-full border border-control bg-surface shadow-xs checked:border-[5px] checked:border-accent disabled:cursor-not-allowed disabled:opacity-50"
          />
          <span className="min-w-0">
            <span className="block font-medium">{option.label}</span>
            {(option.disabledReason ?? option.help) !== undefined && (
              <span className="block text-ink-muted text-sm">{option.disabledReason ?? option.help}</span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
