import { paths } from "@/app/(console)/paths";
import { addSubprocessorAction, removeSubprocessorAction } from "@/app/(console)/vendors/actions";
import { CheckboxesField, SelectField } from "@/components/form/choice-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CATEGORY_WORDS } from "@/components/ui/category-words";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { TextLink } from "@/components/ui/text-link";
import { FormDialog } from "@/components/vendors/form-dialog";
import { VendorStatusBadge } from "@/components/vendors/vendor-status-badge";
import { CATEGORIES } from "@/lib/kernel/vocabulary";
import type { VendorDetail } from "@/lib/vendors/get-vendor";
import type { VendorChoice } from "@/lib/vendors/list-vendor-choices";

function AddSubprocessor({
  vendor,
  choices,
  disabledReason,
}: {
  vendor: VendorDetail;
  choices: readonly VendorChoice[];
  disabledReason: string | null;
}) {
  const others = choices.filter(({ id }) => id !== vendor.id && !vendor.subprocessors.some((one) => one.id === id));
  return (
    <FormDialog
      title={`Who stands behind ${vendor.name}`}
      action={addSubprocessorAction}
      fields={{ vendorId: vendor.id }}
      submitLabel="Add the subprocessor"
      trigger={
        <Button
          size="sm"
          disabledReason={
            disabledReason ?? (others.length === 0 ? "Register the subprocessor as a vendor of its own first." : null)
          }
        >
          Add
        </Button>
      }
    >
      <SelectField
        name="subprocessorId"
        label="Vendor"
        required
        placeholder="Choose a vendor…"
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="service" label="What it does for it" required maxLength={200} />
      <SelectField
        name="reach"
        label="What it gets"
        required
        options={[
          { value: "all_data", label: "All data that the vendor gets" },
          { value: "some_categories", label: "Some categories only" },
        ]}
      />
      <CheckboxesField
        name="categories"
        label="Categories"
        help="Only where it gets some."
        options={CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] }))}
      />
    </FormDialog>
  );
}

/** Who stands behind a vendor: it is cleared only as far as they are. */
export function SubprocessorsCard({
  vendor,
  choices,
  disabledReason,
}: {
  vendor: VendorDetail;
  choices: readonly VendorChoice[];
  disabledReason: string | null;
}) {
  const { subprocessors, standsBehind } = vendor;
  return (
    <Card
      title="Subprocessors"
      description="Vendors that it works through. It is cleared only as far as they are."
      actions={<AddSubprocessor vendor={vendor} choices={choices} disabledReason={disabledReason} />}
    >
      {subprocessors.length === 0 && <p className="text-ink-muted">None entered.</p>}
      <ul className="divide-y divide-line">
        {subprocessors.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <TextLink href={paths.vendor(one.id)}>{one.name}</TextLink>
            <VendorStatusBadge word={one.status.word} />
            <ConfirmDialog
              title={`${vendor.name} no longer works through ${one.name}?`}
              confirmLabel="Take it away"
              action={removeSubprocessorAction}
              fields={{ vendorId: vendor.id, subprocessorId: one.id }}
              trigger={
                <Button
                  size="sm"
                  variant="ghost"
                  className="ms-auto"
                  aria-label={`Take away ${one.name}`}
                  disabledReason={disabledReason}
                >
                  Take away
                </Button>
              }
            >
              <p>What it limited is then allowed again, as far as the other conditions go.</p>
            </ConfirmDialog>
            <span className="w-full text-ink-muted text-sm">
              {one.service}. Gets{" "}
              {one.reach === "all_data" ? "all data" : one.categories.map((each) => CATEGORY_WORDS[each]).join(", ")}.
            </span>
          </li>
        ))}
      </ul>
      {standsBehind.length > 0 && (
        <p className="mt-2 text-ink-muted text-sm">
          Stands behind{" "}
          {standsBehind.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <TextLink href={paths.vendor(id)}>{name}</TextLink>
            </span>
          ))}
          .
        </p>
      )}
    </Card>
  );
}
