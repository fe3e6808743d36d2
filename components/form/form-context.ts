"use client";

import { createContext, useContext } from "react";
import { type FormState, IDLE } from "@/components/form/form-state";

type FormContextValue = { id: string; state: FormState<unknown>; isPending: boolean };

export const FormContext = createContext<FormContextValue>({ id: "form", state: IDLE, isPending: false });

/** The id of a field's control, so that the error summary can lead to it. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replaceAll(/[^\w-]/g, "_")}`;
}

/** Whether the form around is waiting for its server, and what the server said last. */
export function useForm(): FormContextValue {
  return useContext(FormContext);
}

/** What a control needs to know about its field: id, error, and what was typed before the server refused it. */
export function useFieldState(name: string): {
  id: string;
  error: string | undefined;
  typed: string | string[] | undefined;
  /** The server refused the form: a checkbox that is not in `typed` was left empty. */
  isRefused: boolean;
} {
  const { id, state } = useContext(FormContext);
  const isError = state.status === "error";
  return {
    id: fieldId(id, name),
    error: isError ? state.fieldErrors[name] : undefined,
    typed: isError ? state.values[name] : undefined,
    isRefused: isError,
  };
}
