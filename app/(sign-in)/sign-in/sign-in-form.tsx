"use client";

import { type FormEvent, useId, useState } from "react";
import { toProblemWords } from "@/app/(sign-in)/sign-in/sign-in-words";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormContext } from "@/components/form/form-context";
import { type FormState, IDLE } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";

const ACTION = "/api/auth/callback/credentials";

function toState(problem: string | null): FormState {
  return problem === null ? IDLE : { status: "error", message: problem, fieldErrors: {}, values: {} };
}

/** Sends what was typed without leaving the page, so that it is still there when it was refused. Resolves with the problem, if any. */
async function send(form: HTMLFormElement): Promise<string | null> {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const body = new URLSearchParams([...fields, ["json", "true"]]);
  const response = await fetch(ACTION, { method: "POST", body, headers: { accept: "application/json" } });
  const { url } = (await response.json()) as { url: string };
  const target = new URL(url, window.location.origin);
  if (target.pathname === "/sign-in") return target.searchParams.get("error") ?? "unavailable";
  window.location.assign(target);
  return null;
}

/** A plain form to next-auth's endpoint, which works before JavaScript. */
export function SignInForm({ csrfToken, next, problem }: { csrfToken: string; next: string; problem: string | null }) {
  const id = useId();
  const [state, setState] = useState(() => toState(problem));
  const [isPending, setPending] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    const code = await send(event.currentTarget).catch(() => "unavailable");
    // On success the spinner stays until the next page is there.
    if (code === null) return;
    setPending(false);
    setState(toState(toProblemWords(code)));
  };
  return (
    <FormContext value={{ id, state, isPending }}>
      <form method="post" action={ACTION} onSubmit={submit} aria-busy={isPending} className="space-y-5">
        <ErrorSummary state={state} />
        <input type="hidden" name="csrfToken" value={csrfToken} />
        <input type="hidden" name="callbackUrl" value={next} />
        <TextField
          name="email"
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          autoFocus
          maxLength={254}
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
        />
        <SubmitButton size="lg" className="w-full" pendingLabel="Signing in…">
          Sign in
        </SubmitButton>
      </form>
    </FormContext>
  );
}
