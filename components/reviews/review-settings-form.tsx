"use client";

import { CheckboxesField, ComboboxField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Section } from "@/components/ui/section";

export type ReviewSettingValues = {
  version: number;
  timeZone: string;
  workDays: readonly number[];
  workStartMinute: number;
  workEndMinute: number;
  claimMinutes: number;
  releaseMinutes: number;
  outcomeMinutes: number;
  twoPersonAmount: string;
  twoPersonCurrency: string;
  sampleShare: number;
  ordinaryMin: number;
  classifierUrl: string | null;
  hasClassifierSecret: boolean;
};

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map((label, index) => ({
  value: String(index + 1),
  label,
}));

/** "08:30" for 510; the end of the day is 24:00. */
function toTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** When people work, how long things last, and what needs two of them. */
export function ReviewSettingsForm({
  action,
  values,
  timeZones,
  disabledReason,
}: {
  action: FormAction;
  values: ReviewSettingValues;
  timeZones: readonly string[];
  disabledReason: string | null;
}) {
  const number = { type: "number", required: true } as const;
  return (
    <Form action={action} guardUnsaved aria-label="Settings of reviewing" className="space-y-8">
      <input type="hidden" name="version" value={values.version} />
      <Section headingLevel={3} title="Working hours" description="What the clocks of kinds count by.">
        <ComboboxField
          name="timeZone"
          label="Time zone"
          required
          options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          defaultValue={values.timeZone}
        />
        <CheckboxesField
          name="workDays"
          label="Working days"
          required
          options={DAYS}
          defaultValues={values.workDays.map(String)}
        />
        <div className="flex max-w-xl flex-wrap gap-4">
          <TextField
            name="workStartMinute"
            label="From"
            required
            pattern="\d\d:\d\d"
            className="w-32"
            defaultValue={toTime(values.workStartMinute)}
          />
          <TextField
            name="workEndMinute"
            label="To"
            help="24:00 is the end of the day."
            required
            pattern="\d\d:\d\d"
            className="w-56"
            defaultValue={toTime(values.workEndMinute)}
          />
        </div>
      </Section>
      <Section headingLevel={3} title="How long things last">
        <TextField
          {...number}
          name="claimMinutes"
          label="A claim, minutes"
          help="Without a sign of its reviewer."
          min={1}
          defaultValue={values.claimMinutes}
        />
        <TextField
          {...number}
          name="releaseMinutes"
          label="A release, minutes"
          help="Then the agent can no longer redeem it."
          min={1}
          defaultValue={values.releaseMinutes}
        />
        <TextField
          {...number}
          name="outcomeMinutes"
          label="An outcome, minutes"
          help="After a release is redeemed; then it is an alert."
          min={1}
          defaultValue={values.outcomeMinutes}
        />
      </Section>
      <Section
        headingLevel={3}
        title="Two people"
        description="Above this, two different people must approve. Another currency always needs two."
      >
        <div className="flex max-w-xl flex-wrap gap-4">
          <TextField
            name="twoPersonAmount"
            label="From this amount on"
            required
            inputMode="decimal"
            className="min-w-40 flex-1"
            defaultValue={values.twoPersonAmount}
          />
          <TextField
            name="twoPersonCurrency"
            label="Currency"
            required
            maxLength={3}
            className="w-32"
            defaultValue={values.twoPersonCurrency}
          />
        </div>
      </Section>
      <Section headingLevel={3} title="Triage">
        <TextField
          {...number}
          name="ordinaryMin"
          label="Ordinary from this score on"
          help="0 to 1. Below it a message is held, whatever its kind. Higher holds more."
          min={0}
          max={1}
          step={0.01}
          defaultValue={values.ordinaryMin}
        />
        <TextField
          {...number}
          name="sampleShare"
          label="Share for a second look"
          help="0 to 1, of the messages that triage let proceed."
          min={0}
          max={1}
          step={0.01}
          defaultValue={values.sampleShare}
        />
        <TextField
          name="classifierUrl"
          label="External classifier"
          type="url"
          help="It may add holds and never remove one. While it does not answer, everything is held."
          placeholder="https://classifier.example/judge"
          defaultValue={values.classifierUrl ?? ""}
        />
        <TextField
          name="classifierSecret"
          label="Its secret"
          type="password"
          autoComplete="new-password"
          help={
            values.hasClassifierSecret
              ? "One is stored. Leave this empty to keep it."
              : "Sent along with each request, so that it knows who asks."
          }
        />
      </Section>
      <FormActions>
        <SubmitButton pendingLabel="Saving…" disabledReason={disabledReason}>
          Save the settings
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
