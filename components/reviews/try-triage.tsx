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
import { PieceText } from "@/components/reviews/piece-text";
import { CHANNEL_WORDS, KIND_WORDS, RISK_WORDS, toLanguageWord } from "@/components/reviews/review-words";
import { Callout } from "@/components/ui/callout";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { CHANNELS } from "@/lib/kernel/vocabulary";
import type { TriedTriage } from "@/lib/reviews/try-triage";

/** How sure triage was of each kind that it noticed, beside the score from which that kind is held. */
function Scores({ tried }: { tried: TriedTriage }) {
  return (
    <table className="w-full max-w-md text-sm">
      <caption className="pb-1 text-start font-medium">Scores</caption>
      <thead className="text-ink-muted">
        <tr>
          <th scope="col" className="pe-3 text-start font-normal">
            Kind
          </th>
          <th scope="col" className="text-start font-normal">
            Score
          </th>
          <th scope="col" className="text-end font-normal">
            Held from
          </th>
        </tr>
      </thead>
      <tbody>
        {TRIAGE_KINDS.map((kind) => {
          const score = tried.findings.find((finding) => finding.kind === kind)?.score;
          return (
            <tr key={kind}>
              <th scope="row" className="py-1 pe-3 text-start font-normal">
                {KIND_WORDS[kind].word}
              </th>
              <td className="w-1/2">
                {score === undefined ? (
                  <span className="text-ink-muted">Not noticed</span>
                ) : (
                  <span className="flex items-center gap-3 tabular-nums">
                    <span aria-hidden className="h-1.5 flex-1 overflow-hidden rounded-full bg-active">
                      <span className="block h-full rounded-full bg-held" style={{ inlineSize: `${score * 100}%` }} />
                    </span>
                    {score.toFixed(2)}
                  </span>
                )}
              </td>
              <td className="ps-3 text-end tabular-nums">{tried.thresholds[kind].toFixed(2)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const CLASSIFIER_WORDS: Readonly<Record<TriedTriage["classifier"], string>> = {
  not_asked: "No external classifier was asked.",
  nothing_to_add: "The external classifier had nothing to add.",
  added: "The external classifier added to it.",
  down: "The external classifier did not answer, so it is held.",
};

function Outcome({ tried }: { tried: TriedTriage }) {
  const isHeld = tried.outcome === "hold";
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
        {isHeld &&
          `${RISK_WORDS[tried.risk]}, ${tried.approvalsNeeded === 1 ? "one person decides" : `${tried.approvalsNeeded} people must approve`}. `}
        Language: {toLanguageWord(tried.language)}. {CLASSIFIER_WORDS[tried.classifier]}
      </Callout>
      <PieceText pieces={tried.pieces} className="rounded-lg border border-line bg-canvas p-3" />
      {tried.replyPieces !== null && (
        <>
          <h4 className="font-medium text-sm">The draft</h4>
          <PieceText pieces={tried.replyPieces} className="rounded-lg border border-line bg-canvas p-3" />
        </>
      )}
      {tried.findings.length > 0 && <FindingsList findings={tried.findings} />}
      <Scores tried={tried} />
    </section>
  );
}

/** Says what triage would say of a text, and why. The text is not kept. */
export function TryTriage({
  action,
  agents,
  disabledReason,
}: {
  action: FormAction<TriedTriage>;
  agents: readonly Choice[];
  disabledReason: string | null;
}) {
  const [tried, setTried] = useState<TriedTriage | null>(null);
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <Form<TriedTriage> action={action} onOk={(data) => setTried(data ?? null)} aria-label="Try a text">
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
