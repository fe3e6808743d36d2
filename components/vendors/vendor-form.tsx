"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { CheckboxField, ComboboxField, SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { CRITICALITY_WORDS, toDayInput } from "@/components/vendors/words";
import { CRITICALITIES, type Criticality } from "@/lib/kernel/vendor-vocabulary";

type Contact = { name: string; email: string; role: string };
export type VendorFormValues = {
  vendorId: string;
  name: string;
  isOurselves: boolean;
  services: readonly string[];
  models: readonly string[];
  contacts: readonly Contact[];
  contractFrom: Date | null;
  contractUntil: Date | null;
  dpaFrom: Date | null;
  dpaUntil: Date | null;
  regions: readonly string[];
  ownerId: string;
  criticality: Criticality;
  notes: string;
};

const CONTACTS_MAX = 20;

/** Rows for people at the vendor; an empty row counts for nothing. */
function ContactRows({ contacts }: { contacts: readonly Contact[] }) {
  const [count, setCount] = useState(Math.max(1, contacts.length));
  return (
    <fieldset className="max-w-3xl space-y-3">
      <legend className="font-medium text-sm">Contacts</legend>
      <input type="hidden" name="contactRows" value={count} />
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added, and their place is their name
        <div key={index} className="grid gap-3 sm:grid-cols-3">
          <TextField
            name={`contacts.${index}.name`}
            label={`Name of contact ${index + 1}`}
            defaultValue={contacts[index]?.name}
          />
          <TextField
            name={`contacts.${index}.email`}
            label={`E-mail of contact ${index + 1}`}
            type="email"
            defaultValue={contacts[index]?.email}
          />
          <TextField
            name={`contacts.${index}.role`}
            label={`Role of contact ${index + 1}`}
            defaultValue={contacts[index]?.role}
          />
        </div>
      ))}
      <Button
        size="sm"
        icon={<Plus aria-hidden />}
        disabledReason={count >= CONTACTS_MAX ? `A vendor has at most ${CONTACTS_MAX} contacts.` : null}
        onClick={() => setCount(count + 1)}
      >
        Add a contact
      </Button>
    </fieldset>
  );
}

function DayFields({ values }: { values: VendorFormValues | undefined }) {
  const day = (at: Date | null | undefined) => toDayInput(at ?? null);
  return (
    <div className="grid max-w-3xl gap-3 sm:grid-cols-2">
      <TextField name="contractFrom" label="Contract from" type="date" defaultValue={day(values?.contractFrom)} />
      <TextField
        name="contractUntil"
        label="Contract until"
        help="The last day. Access closes when it is over."
        type="date"
        defaultValue={day(values?.contractUntil)}
      />
      <TextField
        name="dpaFrom"
        label="Data-processing agreement from"
        type="date"
        defaultValue={day(values?.dpaFrom)}
      />
      <TextField
        name="dpaUntil"
        label="Data-processing agreement until"
        help="The last day. Access closes when it is over."
        type="date"
        defaultValue={day(values?.dpaUntil)}
      />
    </div>
  );
}

/** What people say about a vendor: for a new one, or with `values` to change one. */
export function VendorForm({
  action,
  people,
  values,
  submitLabel,
  disabledReason,
  cancelHref,
}: {
  action: FormAction;
  people: readonly { id: string; name: string; email: string }[];
  values?: VendorFormValues | undefined;
  submitLabel: string;
  disabledReason: string | null;
  cancelHref: string;
}) {
  return (
    <Form action={action} guardUnsaved aria-label={submitLabel}>
      {values !== undefined && <input type="hidden" name="vendorId" value={values.vendorId} />}
      <TextField name="name" label="Name" required maxLength={120} autoComplete="off" defaultValue={values?.name} />
      <CheckboxField
        name="isOurselves"
        label="This is our own company"
        help="Software that you run yourselves has a vendor too, assessed like any other."
        defaultChecked={values?.isOurselves}
      />
      <TextareaField
        name="services"
        label="Services"
        help="What it does for you, one a line."
        defaultValue={values?.services.join("\n")}
      />
      <TextareaField
        name="models"
        label="Models"
        help="What its software runs on, one a line."
        defaultValue={values?.models.join("\n")}
      />
      <ComboboxField
        name="ownerId"
        label="Owner"
        help="Answers for it here, and is reminded before something of it ends."
        required
        options={people.map(({ id, name, email }) => ({ value: id, label: name, help: email }))}
        placeholder="Choose a person…"
        defaultValue={values?.ownerId}
      />
      <SelectField
        name="criticality"
        label="Criticality"
        help="How hard it would be to work without it."
        required
        options={CRITICALITIES.map((value) => ({ value, label: CRITICALITY_WORDS[value] }))}
        defaultValue={values?.criticality ?? "medium"}
      />
      <TextField
        name="regions"
        label="Regions"
        help="Where it handles data: EU, EEA or countries' two letters, parted by commas."
        autoComplete="off"
        defaultValue={values?.regions.join(", ")}
      />
      <DayFields values={values} />
      <ContactRows contacts={values?.contacts ?? []} />
      <TextareaField name="notes" label="Notes" maxLength={5000} defaultValue={values?.notes} />
      <FormActions>
        <SubmitButton pendingLabel="Saving…" disabledReason={disabledReason}>
          {submitLabel}
        </SubmitButton>
        <ButtonLink variant="ghost" href={cancelHref}>
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
