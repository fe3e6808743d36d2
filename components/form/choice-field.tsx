"use client";

import type { ReactNode } from "react";
import { Field, FieldError, type FieldProps, FieldSet, useField } from "@/components/form/field";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { NativeSelect, type SelectGroup, type SelectOption } from "@/components/ui/native-select";
import { RadioGroup, type RadioOption } from "@/components/ui/radio-group";
import { Switch } from "@/components/ui/switch";

/** One of a list, by the browser's own select. */
export function SelectField({
  name,
  label,
  help,
  required,
  className,
  options,
  placeholder,
  defaultValue,
  value,
  onValueChange,
}: FieldProps & {
  options: readonly (SelectOption | SelectGroup)[];
  /** The empty first choice. */
  placeholder?: string | undefined;
  defaultValue?: string | undefined;
  /** With `onValueChange`, where the page holds what is chosen. */
  value?: string | undefined;
  onValueChange?: ((value: string) => void) | undefined;
}) {
  const { control, typed } = useField({ name, help, required });
  const chosen = value === undefined ? { defaultValue: typed ?? defaultValue } : { value };
  return (
    <Field name={name} label={label} help={help} required={required} className={className}>
      <NativeSelect
        {...control}
        {...chosen}
        options={options}
        placeholder={placeholder}
        onChange={(event) => onValueChange?.(event.target.value)}
      />
    </Field>
  );
}

/** One of a long list, by typing. */
export function ComboboxField({
  name,
  label,
  help,
  required,
  className,
  options,
  placeholder,
  defaultValue,
}: FieldProps & {
  options: readonly ComboboxOption[];
  placeholder?: string | undefined;
  defaultValue?: string | undefined;
}) {
  const { control, typed } = useField({ name, help, required });
  const { required: _, ...trigger } = control;
  return (
    <Field name={name} label={label} help={help} required={required} className={className}>
      <Combobox
        {...trigger}
        aria-label={label}
        options={options}
        placeholder={placeholder}
        searchLabel={`Search ${label.toLowerCase()}`}
        defaultValue={typeof typed === "string" ? typed : defaultValue}
      />
    </Field>
  );
}

/** One of a few, all in view. */
export function RadioField({
  name,
  label,
  help,
  required = true,
  className,
  options,
  layout,
  defaultValue,
}: FieldProps & {
  options: readonly RadioOption[];
  layout?: "list" | "cards" | undefined;
  defaultValue?: string | undefined;
}) {
  const { control, typed } = useField({ name, help, required });
  const { id, ...rest } = control;
  return (
    <FieldSet name={name} label={label} help={help} required={required} className={className}>
      <RadioGroup
        {...rest}
        idPrefix={id}
        options={options}
        layout={layout}
        defaultValue={typeof typed === "string" ? typed : defaultValue}
      />
    </FieldSet>
  );
}

/** Any of a few; each one chosen travels as `name`. */
export function CheckboxesField({
  name,
  label,
  help,
  required,
  className,
  options,
  defaultValues = [],
}: FieldProps & { options: readonly RadioOption[]; defaultValues?: readonly string[] | undefined }) {
  const { control, typed, isRefused } = useField({ name, help, required });
  const chosen = isRefused ? [typed].flat() : defaultValues;
  return (
    <FieldSet name={name} label={label} help={help} required={required} className={className}>
      <div className="grid gap-1">
        {options.map((option, index) => (
          <Tick
            key={option.value}
            id={index === 0 ? control.id : `${control.id}-${option.value}`}
            label={option.label}
            help={option.disabledReason ?? option.help}
          >
            <Checkbox
              name={name}
              id={index === 0 ? control.id : `${control.id}-${option.value}`}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              disabled={option.disabledReason !== undefined}
              aria-describedby={control["aria-describedby"]}
              aria-invalid={control["aria-invalid"]}
              className="mt-0.5"
            />
          </Tick>
        ))}
      </div>
    </FieldSet>
  );
}

/** One yes or no that is saved with the form; travels as "on". */
export function CheckboxField({
  defaultChecked = false,
  ...props
}: FieldProps & { defaultChecked?: boolean | undefined }) {
  return <YesNo {...props} defaultChecked={defaultChecked} look="checkbox" />;
}

/** The same as a switch, for what reads as on or off. */
export function SwitchField({
  defaultChecked = false,
  ...props
}: FieldProps & { defaultChecked?: boolean | undefined }) {
  return <YesNo {...props} defaultChecked={defaultChecked} look="switch" />;
}

function YesNo({
  name,
  label,
  help,
  required,
  className,
  defaultChecked,
  look,
}: FieldProps & { defaultChecked: boolean; look: "checkbox" | "switch" }) {
  const { control, error, typed, isRefused } = useField({ name, help, required });
  const isChecked = isRefused ? typed === "on" : defaultChecked;
  const Control = look === "switch" ? Switch : Checkbox;
  return (
    <div className={cn("max-w-xl", className)}>
      <Tick id={control.id} label={label} help={help}>
        <Control {...control} defaultChecked={isChecked} className={look === "checkbox" ? "mt-0.5" : undefined} />
      </Tick>
      <FieldError id={control.id} error={error} />
    </div>
  );
}

function Tick({ id, label, help, children }: { id: string; label: string; help: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-start gap-3 py-1">
      {children}
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium text-sm">
          {label}
        </label>
        {help !== undefined && (
          <p id={`${id}-help`} className="text-ink-muted text-sm">
            {help}
          </p>
        )}
      </div>
    </div>
  );
}
