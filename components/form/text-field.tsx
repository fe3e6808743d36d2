"use client";

import type { ComponentProps, ReactNode } from "react";
import { Field, type FieldProps, useField } from "@/components/form/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";

type Inherited = "name" | "id" | "required" | "className";

/** A line of text: also e-mail, password, number, date by `type`. */
export function TextField({
  name,
  label,
  help,
  required,
  className,
  defaultValue,
  ...input
}: FieldProps & Omit<ComponentProps<"input">, Inherited> & { icon?: ReactNode }) {
  const { control, typed } = useField({ name, help, required });
  return (
    <Field name={name} label={label} help={help} required={required} className={className}>
      <Input {...input} {...control} {...(input.value === undefined && { defaultValue: typed ?? defaultValue })} />
    </Field>
  );
}

/** Several lines of text. */
export function TextareaField({
  name,
  label,
  help,
  required,
  className,
  defaultValue,
  ...textarea
}: FieldProps & Omit<ComponentProps<"textarea">, Inherited>) {
  const { control, typed } = useField({ name, help, required });
  return (
    <Field name={name} label={label} help={help} required={required} className={className}>
      <Textarea
        {...textarea}
        {...control}
        {...(textarea.value === undefined && { defaultValue: typed ?? defaultValue })}
      />
    </Field>
  );
}
