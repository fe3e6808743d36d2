"use client";

import { OctagonX } from "lucide-react";
import { useContext, useEffect, useRef, useState } from "react";
import { FormContext, fieldId } from "@/components/form/form-context";
import type { FormState } from "@/components/form/form-state";

/** How the page calls a control, for naming it away from its place. */
function findLabel(controlId: string): string {
  const label = document.querySelector(`label[for="${CSS.escape(controlId)}"]`);
  return label?.firstChild?.textContent?.trim() ?? "";
}

/** What the server refused, with a link to each field. It takes the focus when it appears. Form shows it by itself. */
export function ErrorSummary({ state }: { state: FormState<unknown> }) {
  const { id } = useContext(FormContext);
  const box = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<Record<string, string>>({});
  useEffect(() => {
    if (state.status !== "error") return;
    setLabels(Object.fromEntries(Object.keys(state.fieldErrors).map((name) => [name, findLabel(fieldId(id, name))])));
    box.current?.focus();
  }, [state, id]);
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
                  {labels[name] ? `${labels[name]}: ` : ""}
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
