"use client";

import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useFieldState } from "@/components/form/form-context";
import { cn } from "@/components/ui/cn";

/** What every field says about itself. */
export type FieldProps = {
  /** The name it travels under and the key of its error. */
  name: string;
  label: string;
  /** One line under the label: what it is for, or how to write it. */
  help?: ReactNode;
  required?: boolean | undefined;
  className?: string | undefined;
};

/** Spread onto the control, so that its label, help and error belong to it. */
export type ControlProps = {
  id: string;
  name: string;
  required: boolean;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
};

/** What to spread onto the control of a field, and what was typed before the server refused it. */
export function useField({ name, help, required = false }: Pick<FieldProps, "name" | "help" | "required">): {
  control: ControlProps;
  error: string | undefined;
  typed: string | string[] | undefined;
  isRefused: boolean;
} {
  const { id, error, typed, isRefused } = useFieldState(name);
  const described = [help !== undefined && `${id}-help`, error !== undefined && `${id}-error`].filter(Boolean);
  return {
    error,
    typed,
    isRefused,
    control: {
      id,
      name,
      required,
      "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
      "aria-invalid": error !== undefined ? true : undefined,
    },
  };
}

/** Label, help, control and error, one below the other. For a control of your own; the ready ones are TextField and its kin. */
export function Field({
  name,
  label,
  help,
  required = false,
  className,
  children,
}: FieldProps & { children: ReactNode }) {
  const { id, error } = useFieldState(name);
  return (
    <div className={cn("max-w-xl space-y-1.5", className)}>
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
        {!required && <Optional />}
      </label>
      {help !== undefined && <FieldHelp id={id}>{help}</FieldHelp>}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** The same around several controls of one name: a fieldset with a legend. */
export function FieldSet({
  name,
  label,
  help,
  required = false,
  className,
  children,
}: FieldProps & { children: ReactNode }) {
  const { id, error } = useFieldState(name);
  return (
    <fieldset className={cn("min-w-0 max-w-xl space-y-1.5", className)}>
      <legend className="font-medium text-sm">
        {label}
        {!required && <Optional />}
      </legend>
      {help !== undefined && <FieldHelp id={id}>{help}</FieldHelp>}
      {children}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

function Optional() {
  return <span className="font-normal text-ink-faint"> (optional)</span>;
}

function FieldHelp({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-help`} className="-mt-1 text-ink-muted text-sm">
      {children}
    </p>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 text-denied-ink text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {error}
    </p>
  );
}
