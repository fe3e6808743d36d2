"use client";

import { OctagonX } from "lucide-react";
import { useContext, useEffect, useRef } from "react";
import { FormContext, fieldId } from "@/components/form/form-context";
import type { FormState } from "@/components/form/form-state";

/** What the server refused, with a link to each field. It takes the focus when it appears. Form shows it by itself. */
export function ErrorSummary({ state }: { state: FormState<unknown> }) {
  const { id } = useContext(FormContext);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === "error") box.current?.focus();
  }, [state]);
  if (state.status !== "error") return null;
  const errors = Object.entries(state.fieldErrors);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex max-w-xl gap-3 rounded-lg border border-denied-line bg-denied-soft p-3 outline-none focus-visible:outline-2 focus-visible:outline-focus"
    >
      <OctagonX aria-hidden className="mt-0.5 size-4 shrink-0 text-denied-ink" />
      <div className="min-w-0 space-y-1">
        <p className="font-medium">{state.message}</p>
        {errors.length > 0 && (
          <ul className="list-disc space-y-1 ps-4 text-sm">
            {errors.map(([name, message]) => (
              <li key={name}>
                <a
                  href={`#${fieldId(id, name)}`}
                  className="underline underline-offset-2 hover:no-underline"
                  onClick={(event) => {
                    const control = document.getElementById(fieldId(id, name));
                    if (!control) return;
                    event.preventDefault();
                    control.focus();
                    control.scrollIntoView({ block: "center" });
                  }}
                >
                  {message}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
