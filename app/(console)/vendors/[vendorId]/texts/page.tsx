import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { watchVendorPolicyAction } from "@/app/(console)/vendors/actions";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { SelectField } from "@/components/form/choice-field";
import { TextField } from "@/components/form/text-field";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { FormDialog } from "@/components/vendors/form-dialog";
import { POLICY_KIND_WORDS, toDayWords } from "@/components/vendors/words";
import { POLICY_KINDS } from "@/lib/kernel/vendor-vocabulary";
import { getVendor } from "@/lib/vendors/get-vendor";
import { VendorFrame } from "@/app/(console)/vendors/[vendorId]/vendor-frame";

export const metadata: Metadata = { title: "Watched texts of a vendor" };

export default async function VendorTextsPage({ params }: { params: Promise<{ vendorId: string }> }) {
  const ctx = await requireContext("vendor:read");
  const vendor = await foundOr404(getVendor(ctx, (await params).vendorId));
  return (
    <VendorFrame ctx={ctx} vendor={vendor}>
      <Section
        title="Watched texts"
        description="Policies and lists that the answers rest on. Gatehouse does not fetch them: record what they say, and it shows what changed."
        actions={
          <FormDialog
            title="Watch a text"
            action={watchVendorPolicyAction}
            fields={{ vendorId: vendor.id }}
            submitLabel="Watch it"
            trigger={
              <Button variant="primary" disabledReason={whyNot(ctx, "vendor:write")}>
                Watch a text
              </Button>
            }
          >
            <TextField name="title" label="Title" required maxLength={160} />
            <SelectField
              name="kind"
              label="What it is"
              required
              options={POLICY_KINDS.map((value) => ({ value, label: POLICY_KIND_WORDS[value] }))}
            />
            <TextField name="url" label="Web address" help="Where it can be read." type="url" />
          </FormDialog>
        }
      >
        {vendor.watches.length === 0 ? (
          <EmptyState title="No text is watched yet">
            Begin with the vendor&apos;s data policy and its list of subprocessors.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line rounded-xl border border-line bg-surface shadow-xs">
            {vendor.watches.map(({ id, kind, title, texts: [newest] }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
                <TextLink href={paths.vendorText(vendor.id, id)}>{title}</TextLink>
                <Badge>{POLICY_KIND_WORDS[kind]}</Badge>
                {newest?.answersHold === null && <Badge tone="warn">Changed: do the answers hold?</Badge>}
                {newest?.answersHold === false && <Badge tone="danger">The answers do not hold</Badge>}
                <span className="ms-auto text-ink-muted text-sm">
                  {newest === undefined
                    ? "Nothing recorded"
                    : `Version ${newest.number} of ${toDayWords(newest.datedOn)}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </VendorFrame>
  );
}
