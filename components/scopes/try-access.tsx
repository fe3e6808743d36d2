"use client";

import { useState } from "react";
import { DecisionPanel } from "@/components/audit/decision-panel";
import { CheckboxField, ComboboxField, SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { toConditionWords } from "@/components/scopes/condition-words";
import { Callout } from "@/components/ui/callout";
import type { TriedAccess } from "@/lib/gateway/try-access";

type Choice = { value: string; label: string };

function Outcome({ tried }: { tried: TriedAccess }) {
  const rows = tried.limit === null ? [] : [{ label: "Rows a request", value: String(tried.limit) }];
  const bounds = tried.rowBound.map((condition) => ({ label: "Only rows where", value: toConditionWords(condition) }));
  return (
    <div aria-live="polite" className="space-y-4">
      {tried.keyObstacle !== null && (
        <Callout tone="warn" title="It has no key that counts now">
          So it could not ask. This is what would be decided if it had one.
        </Callout>
      )}
      <DecisionPanel
        effect={tried.effect}
        reasonCode={tried.reason}
        sentence={tried.sentence}
        fix={{ text: tried.fix, href: tried.link ?? undefined }}
        restedOn={[
          ...tried.basis.scopes.map(({ scopeId, version }) => ({
            label: "Scope",
            value: `${scopeId.slice(-6)} version ${version}`,
            href: `/scopes/${scopeId}`,
          })),
          ...rows,
          ...bounds,
        ]}
        fields={tried.fields.map(({ field, treatment, reason }) => ({ name: field, treatment, reason }))}
      />
    </div>
  );
}

/** Says what the gate would decide for an agent now. Nothing is read. */
export function TryAccess({
  agentId,
  datasets,
  purposes,
  action,
}: {
  agentId: string;
  datasets: readonly Choice[];
  purposes: readonly Choice[];
  action: FormAction<TriedAccess>;
}) {
  const [tried, setTried] = useState<TriedAccess | null>(null);
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <Form<TriedAccess> action={action} onOk={(data) => setTried(data ?? null)} aria-label="Try a request">
        <input type="hidden" name="agentId" value={agentId} />
        <ComboboxField name="datasetId" label="Dataset" required options={datasets} placeholder="Choose a dataset" />
        <SelectField name="purpose" label="Purpose" required options={purposes} />
        <TextField name="fields" label="Fields" help="Names with commas between them. Empty: all that is granted." />
        <TextField name="filterFields" label="Fields in a filter" help="Names with commas between them." />
        <CheckboxField name="isWithinCase" label="Within a case of one customer" />
        <FormActions>
          <SubmitButton pendingLabel="Deciding…">Try it</SubmitButton>
        </FormActions>
      </Form>
      {tried !== null && <Outcome tried={tried} />}
    </div>
  );
}
