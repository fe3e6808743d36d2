"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { CheckboxField, ComboboxField, SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { useFieldState } from "@/components/form/form-context";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { toVendorFields, type VendorFormValues } from "@/components/vendors/vendor-form-values";
import { CRITICALITY_WORDS, toDayInput } from "@/components/vendors/words";
import { CRITICALITIES } from "@/lib/kernel/vendor-vocabulary";

const CONTACTS_MAX = 20;

/** Rows for people at the vendor; an empty row counts for nothing. */
function ContactRows({ contacts }: Pick<VendorFormValues, "contacts">) {
  const { typed } = useFieldState("contactRows");
  const [count, setCount] = useState(Number(typed) || Math.max(1, contacts.length));
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

/** Travels along unseen; after a refusal it holds what the server said. */
function HiddenField({ name, value }: { name: string; value: string }) {
  const { typed } = useFieldState(name);
  return <input type="hidden" name={name} value={typeof typed === "string" ? typed : value} />;
}

function VendorFields({ people, values }: { people: People; values: VendorFormValues | undefined }) {
  return (
    <>
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
    </>
  );
}

/** The fields; anew where somebody saved the vendor meanwhile, so that they hold what the server made of both changes. */
function FieldsAsSeen({ people, values }: { people: People; values: VendorFormValues | undefined }) {
  const { typed } = useFieldState("revision");
  const seen = typeof typed === "string" ? typed : String(values?.revision ?? "");
  return <VendorFields key={seen} people={people} values={values} />;
}

type People = readonly { id: string; name: string; email: string }[];

/** What people say about a vendor: for a new one, or with `values` to change one. */
export function VendorForm({
  action,
  people,
  vendorId,
  values,
  submitLabel,
  disabledReason,
  cancelHref,
}: {
  action: FormAction;
  people: People;
  vendorId?: string | undefined;
  values?: VendorFormValues | undefined;
  submitLabel: string;
  disabledReason: string | null;
  cancelHref: string;
}) {
  return (
    <Form action={action} guardUnsaved aria-label={submitLabel}>
      {values !== undefined && vendorId !== undefined && (
        <>
          <input type="hidden" name="vendorId" value={vendorId} />
          <HiddenField name="revision" value={String(values.revision)} />
          <HiddenField name="base" value={JSON.stringify(toVendorFields(values))} />
        </>
      )}
      <FieldsAsSeen people={people} values={values} />
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
