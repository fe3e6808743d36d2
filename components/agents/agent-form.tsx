"use client";

import { ComboboxField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { ButtonLink } from "@/components/ui/button-link";

export type AgentFormPerson = { id: string; name: string; email: string };
export type AgentFormVendor = { id: string; name: string; isOurselves: boolean };
export type AgentFormValues = {
  agentId: string;
  name: string;
  description: string;
  ownerId: string;
  sponsorId: string;
  model: string;
  vendorId: string | null;
  region: string | null;
  topics: readonly string[];
};

/** Says what an agent is and who answers for it: for a new one, or with `values` to change one. */
export function AgentForm({
  action,
  people,
  vendors,
  values,
  submitLabel,
  disabledReason,
  cancelHref,
}: {
  action: FormAction;
  people: readonly AgentFormPerson[];
  vendors: readonly AgentFormVendor[];
  values?: AgentFormValues | undefined;
  submitLabel: string;
  disabledReason: string | null;
  cancelHref: string;
}) {
  const options = people.map(({ id, name, email }) => ({ value: id, label: name, help: email }));
  return (
    <Form action={action} guardUnsaved aria-label={submitLabel}>
      {values !== undefined && <input type="hidden" name="agentId" value={values.agentId} />}
      <TextField name="name" label="Name" required maxLength={80} defaultValue={values?.name} autoComplete="off" />
      <TextareaField
        name="description"
        label="What it is for"
        help="A sentence people read before they grant it anything."
        required
        maxLength={600}
        defaultValue={values?.description}
      />
      <ComboboxField
        name="ownerId"
        label="Owner"
        help="Runs it, and can say what it does."
        required
        options={options}
        placeholder="Choose a person…"
        defaultValue={values?.ownerId}
      />
      <ComboboxField
        name="sponsorId"
        label="Sponsor"
        help="Answers for what it reads. Without an active sponsor it reads nothing."
        required
        options={options}
        placeholder="Choose a person…"
        defaultValue={values?.sponsorId}
      />
      <TextField
        name="model"
        label="Model"
        help="What it runs on, such as a model's name and version."
        required
        maxLength={120}
        defaultValue={values?.model}
      />
      <ComboboxField
        name="vendorId"
        label="Vendor"
        help="Whose software it is. Your own company counts too. Without an approved vendor it reads nothing."
        required
        options={vendors.map(({ id, name, isOurselves }) => ({
          value: id,
          label: name,
          ...(isOurselves ? { help: "Ourselves" } : {}),
        }))}
        placeholder="Choose a vendor…"
        defaultValue={values?.vendorId ?? undefined}
      />
      <TextField
        name="region"
        label="Where it runs"
        help="EU, EEA or a country's two letters, such as DE. A vendor that is approved for some regions is refused elsewhere."
        maxLength={3}
        autoComplete="off"
        defaultValue={values?.region ?? undefined}
      />
      <TextareaField
        name="topics"
        label="Ordinary topics"
        help="What its customers usually write about, one topic a line. What is far from these waits for a person."
        placeholder={"delivery and shipping\ninvoices\nrepairs and spare parts"}
        defaultValue={values?.topics.join("\n")}
      />
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
