"use client";

import { useState } from "react";
import { ComboboxField, SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { FindingsList } from "@/components/reviews/findings-list";
import type { Choice } from "@/components/reviews/item-actions";
import { PieceText, type ShownPiece } from "@/components/reviews/piece-text";
import { CHANNEL_WORDS, KIND_WORDS, RISK_WORDS, toLanguageWord } from "@/components/reviews/review-words";
import { Callout } from "@/components/ui/callout";
import { TRIAGE_KINDS, type TriageFinding, type TriageKind } from "@/lib/kernel/triage-kinds";
import { CHANNELS, type HoldRisk } from "@/lib/kernel/vocabulary";

export type TriedText = {
  kinds: readonly TriageKind[];
  risk: HoldRisk;
  language: string | null;
  findings: readonly TriageFinding[];
  /** The text that was tried, with the words that decided marked. */
  pieces: readonly ShownPiece[];
  /** 0 to 1 by kind, also below its threshold; null where the model was not asked. */
  scores: Readonly<Partial<Record<TriageKind, number>>> | null;
};

function ScoreBars({ scores }: { scores: NonNullable<TriedText["scores"]> }) {
  return (
    <table className="w-full max-w-md text-sm">
      <caption className="pb-1 text-start font-medium">How sure the model is of each kind</caption>
      <tbody>
        {TRIAGE_KINDS.map((kind) => {
          const percent = Math.round((scores[kind] ?? 0) * 100);
          return (
            <tr key={kind}>
              <th scope="row" className="py-1 pe-3 text-start font-normal text-ink-muted">
                {KIND_WORDS[kind].word}
              </th>
              <td className="w-2/3">
                <span className="flex items-center gap-3 tabular-nums">
                  <span aria-hidden className="h-1.5 flex-1 overflow-hidden rounded-full bg-active">
                    <span className="block h-full rounded-full bg-held" style={{ inlineSize: `${percent}%` }} />
                  </span>
                  {percent} %
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Outcome({ tried }: { tried: TriedText }) {
  const isHeld = tried.kinds.length > 0;
  return (
    <section aria-label="What triage says" aria-live="polite" className="max-w-prose space-y-4">
      <Callout
        tone={isHeld ? "warn" : "good"}
        title={
          isHeld
            ? `It would be held: ${tried.kinds.map((kind) => KIND_WORDS[kind].word.toLowerCase()).join(", ")}.`
            : "It would proceed."
        }
      >
        {isHeld ? `${RISK_WORDS[tried.risk]}. ` : ""}Language: {toLanguageWord(tried.language).toLowerCase()}.
      </Callout>
      <PieceText pieces={tried.pieces} className="rounded-lg border border-line bg-canvas p-3" />
      {tried.findings.length > 0 && <FindingsList findings={tried.findings} />}
      {tried.scores !== null && <ScoreBars scores={tried.scores} />}
    </section>
  );
}

/** Says what triage would say of a text, and why. The text is not kept. */
export function TryTriage({
  action,
  agents,
  disabledReason,
}: {
  action: FormAction<TriedText>;
  agents: readonly Choice[];
  disabledReason: string | null;
}) {
  const [tried, setTried] = useState<TriedText | null>(null);
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <Form<TriedText> action={action} onOk={(data) => setTried(data ?? null)} aria-label="Try a text">
        <TextareaField
          name="text"
          label="What the customer writes"
          help="It is judged and forgotten; the log keeps only that a text was tried, and the outcome."
          required
          rows={5}
        />
        <TextareaField name="reply" label="The agent's draft" rows={2} />
        <div className="grid max-w-xl gap-4 sm:grid-cols-2">
          <ComboboxField
            name="agentId"
            label="As if for"
            options={[{ value: "", label: "No agent in particular" }, ...agents]}
            placeholder="No agent in particular"
          />
          <SelectField
            name="channel"
            label="Came by"
            required
            options={CHANNELS.map((channel) => ({ value: channel, label: CHANNEL_WORDS[channel] }))}
          />
          <TextField name="amount" label="Refund" inputMode="decimal" placeholder="120.00" />
          <TextField name="currency" label="Currency" placeholder="EUR" maxLength={3} />
        </div>
        <TextareaField name="customerFlags" label="Customer flags" help="One a line." rows={2} />
        <FormActions>
          <SubmitButton pendingLabel="Judging…" disabledReason={disabledReason}>
            Try it
          </SubmitButton>
        </FormActions>
      </Form>
      {tried !== null && <Outcome tried={tried} />}
    </div>
  );
}
