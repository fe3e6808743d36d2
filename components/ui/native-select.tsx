import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { controlStyles } from "@/components/ui/control-styles";

export type SelectOption = { value: string; label: string; disabled?: boolean | undefined };
export type SelectGroup = { label: string; options: readonly SelectOption[] };

/** The browser's own select: works before JavaScript, best on a phone. `placeholder` adds an empty first choice. */
export function NativeSelect({
  options,
  placeholder,
  className,
  ...rest
}: Omit<ComponentProps<"select">, "children" | "multiple"> & {
  options: readonly (SelectOption | SelectGroup)[];
  placeholder?: string | undefined;
}) {
  return (
    <span className={cn("relative block", className)}>
      <select {...rest} className={cn(controlStyles, "h-8 appearance-none ps-2.5 pe-8")}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((entry) =>
          "options" in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map((option) => (
                <Choice key={option.value} {...option} />
              ))}
            </optgroup>
          ) : (
            <Choice key={entry.value} {...entry} />
          ),
        )}
      </select>
      <ChevronsUpDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-3.5 text-ink-faint"
      />
    </span>
  );
}

function Choice({ value, label, disabled }: SelectOption) {
  return (
    <option value={value} disabled={disabled}>
      {label}
    </option>
  );
}
