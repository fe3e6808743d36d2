"use client";

import { useState } from "react";
import { CheckboxField } from "@/components/form/choice-field";
import { FieldSet } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { LivePreview, type PreviewData } from "@/components/scopes/live-preview";
import { DefinePurposeDialog, type Purpose, PurposePicker } from "@/components/scopes/purpose-picker";
import { RowBoundBuilder } from "@/components/scopes/row-bound-builder";
import { type DraftField, findIncomplete, toDrafts, toRowBound } from "@/components/scopes/scope-draft";
import { TreatmentList } from "@/components/scopes/treatment-list";
import { WideningNotice } from "@/components/scopes/widening-notice";
import { judgeDraft, toDraftedScope, type TypedTerms, type WideningRule } from "@/components/scopes/widening-rule";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import type { RowBoundCondition } from "@/lib/kernel/row-condition";
import type { FieldTreatment, Treatment } from "@/lib/kernel/vocabulary";

export type ScopeEditorValues = {
  purposes: readonly string[];
  fields: Readonly<Record<string, Treatment>>;
  rowBound: readonly RowBoundCondition[];
  requiresCase: boolean;
  rowsPerRequestMax: number;
  rowsPerDayMax: number | null;
  subjectsPerDayMax: number | null;
  /** A date: "2027-03-31". */
  expiresOn: string;
};

function toGranted(treatments: Readonly<Record<string, FieldTreatment>>): Record<string, Treatment> {
  return Object.fromEntries(
    Object.entries(treatments).filter((entry): entry is [string, Treatment] => entry[1] !== "withheld"),
  );
}

const TYPED_NAMES: readonly string[] = ["rowsPerRequestMax", "rowsPerDayMax", "subjectsPerDayMax", "expiresAt"];

function typeInto(before: TypedTerms, { name, value, checked }: HTMLInputElement): TypedTerms {
  if (name === "requiresCase") return { ...before, requiresCase: checked };
  return TYPED_NAMES.includes(name) ? { ...before, [name]: value } : before;
}

/** What a scope grants: for a new one, or with `scope` for a new version of one. */
export function ScopeEditor({
  agent,
  datasetId,
  fields,
  purposes,
  values,
  scope,
  rule,
  expiresOnMax,
  save,
  preview,
  definePurpose,
  submitLabel,
  disabledReason,
  previewReason,
  cancelHref,
}: {
  agent: { id: string; name: string };
  datasetId: string;
  fields: readonly DraftField[];
  purposes: readonly Purpose[];
  values: ScopeEditorValues;
  /** The scope that is changed, the version that the person sees and when that ends (ISO 8601). */
  scope?: { id: string; version: number; expiresAt: string } | undefined;
  rule: WideningRule;
  expiresOnMax: string;
  save: FormAction;
  preview: FormAction<PreviewData>;
  definePurpose: FormAction<{ code: string }>;
  submitLabel: string;
  disabledReason: string | null;
  /** Why this person may not see rows. */
  previewReason: string | null;
  cancelHref: string;
}) {
  const [chosen, setChosen] = useState<readonly string[]>(values.purposes);
  const [treatments, setTreatments] = useState<Record<string, FieldTreatment>>({ ...values.fields });
  const [conditions, setConditions] = useState(() => toDrafts(values.rowBound));
  const [typed, setTyped] = useState<TypedTerms>({
    rowsPerRequestMax: String(values.rowsPerRequestMax),
    rowsPerDayMax: String(values.rowsPerDayMax ?? ""),
    subjectsPerDayMax: String(values.subjectsPerDayMax ?? ""),
    expiresAt: values.expiresOn,
    requiresCase: values.requiresCase,
  });
  const [isDefining, setDefining] = useState(false);
  const granted = toGranted(treatments);
  const rowBound = toRowBound(conditions, fields);
  const incomplete = findIncomplete(conditions, fields);
  const drafted = { purposes: chosen, fields: granted, rowBound, typed, expiresStored: scope?.expiresAt ?? "" };
  const verdict = judgeDraft(rule, toDraftedScope(drafted));
  const draft = JSON.stringify({ agentId: agent.id, datasetId, fields: granted, rowBound });
  return (
    <>
      <Form action={save} guardUnsaved aria-label={submitLabel} className="space-y-10">
        <input type="hidden" name="agentId" value={agent.id} />
        <input type="hidden" name="datasetId" value={datasetId} />
        <input type="hidden" name="rowBound" value={JSON.stringify(rowBound)} />
        {scope !== undefined && (
          <>
            <input type="hidden" name="scopeId" value={scope.id} />
            <input type="hidden" name="versionSeen" value={scope.version} />
            <input type="hidden" name="expiresStored" value={scope.expiresAt} />
          </>
        )}
        <PurposePicker purposes={purposes} chosen={chosen} onChange={setChosen} onDefine={() => setDefining(true)} />
        <div className="grid items-start gap-10 2xl:grid-cols-[minmax(0,1fr)_minmax(26rem,34rem)]">
          <div className="min-w-0 space-y-10">
            <FieldSet
              name="fields"
              label="Fields"
              help="How each leaves the source. What is withheld never does, not even in a filter."
              required
              className="max-w-none"
            >
              <TreatmentList fields={fields} treatments={treatments} onChange={setTreatments} />
            </FieldSet>
            <FieldSet
              name="rowBound"
              label="Row bounds"
              help="Only rows for which all of these hold. Gatehouse adds them to each request; an agent cannot take them away."
              className="max-w-4xl"
            >
              <RowBoundBuilder conditions={conditions} fields={fields} onChange={setConditions} />
            </FieldSet>
          </div>
          <Section
            title="Preview"
            className="2xl:sticky 2xl:top-16"
            description={`Real rows, a few of them. Each look is in the audit log. What ${agent.name} is not granted stands hatched.`}
          >
            {previewReason === null ? (
              <LivePreview
                agentName={agent.name}
                draft={draft}
                grantedCount={Object.keys(granted).length}
                action={preview}
              />
            ) : (
              <p className="text-ink-muted">{previewReason}</p>
            )}
          </Section>
        </div>
        <div
          className="space-y-5"
          onInput={({ target }) => target instanceof HTMLInputElement && setTyped((before) => typeInto(before, target))}
        >
          <div className="grid max-w-3xl gap-5 sm:grid-cols-2">
            <TextField
              name="rowsPerRequestMax"
              label="Rows per request"
              help="At most, from 1 to 1000."
              required
              inputMode="numeric"
              defaultValue={values.rowsPerRequestMax}
            />
            <TextField
              name="rowsPerDayMax"
              label="Rows per day"
              help="Empty: no cap. A day is one of UTC."
              inputMode="numeric"
              defaultValue={values.rowsPerDayMax ?? ""}
            />
            <TextField
              name="subjectsPerDayMax"
              label="Customers per day"
              help="How many different ones, against gathering them piece by piece. Empty: no cap."
              inputMode="numeric"
              defaultValue={values.subjectsPerDayMax ?? ""}
            />
            <TextField
              name="expiresAt"
              label="Through"
              help="To the end of that day (UTC), at most a year ahead."
              required
              type="date"
              max={expiresOnMax}
              defaultValue={values.expiresOn}
            />
          </div>
          <CheckboxField
            name="requiresCase"
            label="Only within a case"
            help="Rows come only while a case of one customer is open."
            defaultChecked={values.requiresCase}
          />
          <TextareaField
            name="note"
            label="Why"
            help="For whoever looks at this scope later. Kept in its history and in the audit log."
            required
            maxLength={500}
          />
          {rule.isOn && <WideningNotice verdict={verdict} isNew={rule.before === null} />}
          <FormActions>
            <SubmitButton
              pendingLabel="Saving…"
              disabledReason={
                disabledReason ??
                (incomplete === null ? null : `Condition ${incomplete} has no value yet: give it one or remove it.`)
              }
            >
              {rule.isOn && verdict.isWidening ? "Propose it" : submitLabel}
            </SubmitButton>
            <ButtonLink variant="ghost" href={cancelHref}>
              Cancel
            </ButtonLink>
          </FormActions>
        </div>
      </Form>
      <DefinePurposeDialog
        isOpen={isDefining}
        onOpenChange={setDefining}
        onDefined={(code) => setChosen((before) => [...before, code])}
        action={definePurpose}
      />
    </>
  );
}
