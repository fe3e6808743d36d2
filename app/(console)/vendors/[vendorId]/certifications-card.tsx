import {
  changeCertificationAction,
  recordCertificationAction,
  removeCertificationAction,
} from "@/app/(console)/vendors/actions";
import { SelectField } from "@/components/form/choice-field";
import { TextareaField, TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormDialog } from "@/components/vendors/form-dialog";
import { LAPSE_WORDS, toDayInput, toDayWords } from "@/components/vendors/words";
import { LAPSE_EFFECTS } from "@/lib/kernel/vendor-vocabulary";
import type { VendorDetail } from "@/lib/vendors/get-vendor";

type Certification = VendorDetail["certifications"][number];

function CertificationFields({ values }: { values?: Certification }) {
  return (
    <>
      <TextField
        name="name"
        label="Name"
        help="Such as SOC 2 Type II."
        required
        maxLength={120}
        defaultValue={values?.name}
      />
      <TextareaField
        name="scope"
        label="Scope"
        help="Which services and places it covers."
        maxLength={1000}
        defaultValue={values?.scope}
      />
      <TextField
        name="validFrom"
        label="First day"
        type="date"
        required
        defaultValue={toDayInput(values?.validFrom ?? null)}
      />
      <TextField
        name="validUntil"
        label="Last day"
        type="date"
        required
        defaultValue={toDayInput(values?.validUntil ?? null)}
      />
      <SelectField
        name="onLapse"
        label="What its end does"
        required
        options={LAPSE_EFFECTS.map((value) => ({ value, label: LAPSE_WORDS[value] }))}
        defaultValue={values?.onLapse ?? "nothing"}
      />
    </>
  );
}

/** A vendor's certificates: until when, and what the end of each does to its agents. */
export function CertificationsCard({
  vendor,
  disabledReason,
}: {
  vendor: VendorDetail;
  disabledReason: string | null;
}) {
  return (
    <Card
      title="Certifications"
      actions={
        <FormDialog
          title="Record a certificate"
          action={recordCertificationAction}
          fields={{ vendorId: vendor.id }}
          submitLabel="Record the certificate"
          trigger={
            <Button size="sm" disabledReason={disabledReason}>
              Record
            </Button>
          }
        >
          <CertificationFields />
        </FormDialog>
      }
    >
      {vendor.certifications.length === 0 && <p className="text-ink-muted">None recorded.</p>}
      <ul className="divide-y divide-line">
        {vendor.certifications.map((one) => (
          <li key={one.id} className="space-y-1 py-2">
            <p>
              <span className="font-medium">{one.name}</span>{" "}
              <span className="text-ink-muted">
                {toDayWords(one.validFrom)} to {toDayWords(one.validUntil)}
              </span>
            </p>
            {one.scope !== "" && <p className="text-ink-muted text-sm">{one.scope}</p>}
            <p className="text-ink-muted text-sm">Its end: {LAPSE_WORDS[one.onLapse].toLowerCase()}.</p>
            <div className="flex flex-wrap gap-2">
              <FormDialog
                title={`Change ${one.name}`}
                action={changeCertificationAction}
                fields={{ certificationId: one.id }}
                submitLabel="Save the certificate"
                trigger={
                  <Button size="sm" variant="ghost" aria-label={`Change ${one.name}`} disabledReason={disabledReason}>
                    Change
                  </Button>
                }
              >
                <CertificationFields values={one} />
              </FormDialog>
              <ConfirmDialog
                title={`Take away ${one.name}?`}
                confirmLabel="Take the certificate away"
                action={removeCertificationAction}
                fields={{ certificationId: one.id }}
                trigger={
                  <Button
                    size="sm"
                    variant="ghost"
                    aria-label={`Take away ${one.name}`}
                    disabledReason={
                      disabledReason ??
                      (one.onLapse === "nothing"
                        ? null
                        : "Access rests on this certificate: say first that its end does nothing.")
                    }
                  >
                    Take away
                  </Button>
                }
              >
                <p>For one that was entered by mistake. That it was here stays in the audit log.</p>
              </ConfirmDialog>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
