"use client";

import { startTransition, useActionState, useEffect, useEffectEvent, useState } from "react";
import { PreviewPair, type PreviewColumn, type PreviewRow } from "@/components/data/preview-pair";
import { type FormAction, IDLE } from "@/components/form/form-state";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";

export type PreviewData = { columns: readonly PreviewColumn[]; rows: readonly PreviewRow[]; isCaseBound: boolean };

/** How long nothing may change before the rows are asked for: each look is an event in the audit log. */
const REST_MS = 700;

/** Real rows as the agent would get them beside the same rows as this person may see them, again after each change. */
export function LivePreview({
  agentName,
  draft,
  grantedCount,
  action,
}: {
  agentName: string;
  /** What is previewed, as JSON. */
  draft: string;
  grantedCount: number;
  action: FormAction<PreviewData>;
}) {
  const [state, dispatch, isPending] = useActionState(action, IDLE);
  const [shown, setShown] = useState<PreviewData | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const ask = () => {
    const form = new FormData();
    form.set("draft", draft);
    setAsked(draft);
    startTransition(() => dispatch(form));
  };
  const askAtRest = useEffectEvent(ask);
  useEffect(() => {
    if (grantedCount === 0) return;
    const timer = setTimeout(askAtRest, REST_MS);
    return () => clearTimeout(timer);
  }, [draft, grantedCount]);
  useEffect(() => {
    if (state.status === "ok" && state.data !== undefined) setShown(state.data);
  }, [state]);

  if (grantedCount === 0) {
    return (
      <EmptyState title="Nothing to show yet" className="rounded-xl border border-line bg-surface py-8">
        Grant at least one field above to see real rows as {agentName} would get them.
      </EmptyState>
    );
  }
  const refusal = state.status === "error" ? (Object.values(state.fieldErrors)[0] ?? state.message) : null;
  return (
    <div className="space-y-3">
      {refusal !== null && !isPending && (
        <Callout tone="warn" title="The rows could not be had" actions={<Button onClick={ask}>Try again</Button>}>
          {refusal} The scope can still be saved once its parts are right.
        </Callout>
      )}
      {shown === null ? (
        refusal === null && <p className="py-8 text-center text-ink-muted">Reading a few rows…</p>
      ) : (
        <PreviewPair
          agentName={agentName}
          columns={shown.columns}
          rows={shown.rows}
          isPending={isPending || (asked !== draft && refusal === null)}
        />
      )}
      {shown?.isCaseBound && (
        <p className="text-ink-muted text-sm">
          A condition names the case's customer. Without a case these are rows of any customer; the agent gets only that
          customer's.
        </p>
      )}
    </div>
  );
}
