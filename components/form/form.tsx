"use client";

import {
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from "react";
import { toast } from "sonner";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormContext } from "@/components/form/form-context";
import { type FormAction, type FormState, IDLE } from "@/components/form/form-state";
import { UnsavedGuard } from "@/components/form/unsaved-guard";
import { cn } from "@/components/ui/cn";

const IS_SERVER = typeof window === "undefined";

/**
 * Says a success as soon as the server did. An action that renders the page anew may take the form with it, and with the form whatever would
 * look at its state. On the server the action stays as it is, so that the form works before JavaScript.
 */
function sayingSo<Data>(action: FormAction<Data>): FormAction<Data> {
  return async (previous, form) => {
    const next = await action(previous, form);
    if (next.status === "ok" && next.message !== undefined) toast.success(next.message);
    return next;
  };
}

/**
 * A form over a server action. It works before JavaScript; with it, what was typed stays in place when the server
 * refuses, the summary takes the focus, and a success is said in a toast.
 */
export function Form<Data = undefined>({
  action,
  onOk,
  guardUnsaved = false,
  resetOnOk = false,
  className,
  children,
  "aria-label": label,
}: {
  action: FormAction<Data>;
  onOk?: ((data: Data | undefined) => void) | undefined;
  /** Asks before leaving with changes that were not saved; `also-here` where the page's own links take the form away too. */
  guardUnsaved?: boolean | "also-here" | undefined;
  /** Empties the form after a success, for adding one after another. */
  resetOnOk?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
  "aria-label"?: string | undefined;
}) {
  const [state, dispatch, isPending] = useActionState<FormState<Data>, FormData>(
    IS_SERVER ? action : sayingSo(action),
    IDLE,
  );
  const [isDirty, setDirty] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();

  const settle = useEffectEvent((next: FormState<Data>) => {
    if (next.status !== "ok") return;
    setDirty(false);
    if (resetOnOk) form.current?.reset();
    onOk?.(next.data);
  });
  useEffect(() => settle(state), [state]);

  return (
    <FormContext value={{ id, state, isPending }}>
      <form
        ref={form}
        action={dispatch}
        noValidate
        aria-label={label}
        aria-busy={isPending}
        onInput={() => setDirty(true)}
        onSubmit={(event) => {
          // Dispatched by hand, because React empties a form after its action, even when the server refused it.
          event.preventDefault();
          if (isPending) return;
          const { submitter } = event.nativeEvent as SubmitEvent;
          const data = new FormData(event.currentTarget, submitter);
          startTransition(() => dispatch(data));
        }}
        className={cn("space-y-5", className)}
      >
        <ErrorSummary state={state} />
        {children}
      </form>
      {guardUnsaved !== false && (
        <UnsavedGuard isDirty={isDirty && !isPending} isAlsoHere={guardUnsaved === "also-here"} />
      )}
    </FormContext>
  );
}
