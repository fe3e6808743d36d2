import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { judgePolicyTextAction, recordPolicyTextAction } from "@/app/(console)/vendors/actions";
import { whyNot } from "@/app/(console)/why-not";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { InlineCode } from "@/components/ui/code-block";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { TextDifference } from "@/components/vendors/text-difference";
import { POLICY_KIND_WORDS, toDayInput, toDayWords } from "@/components/vendors/words";
import { comparePolicyTexts, type PolicyComparison } from "@/lib/vendors/compare-policy-texts";
import { getVendor, type VendorDetail } from "@/lib/vendors/get-vendor";

export const metadata: Metadata = { title: "A watched text" };

const SHAPE = { version: z.coerce.number("must be a version's number").int().min(1, "must be a version's number") };

function Judgement({ after, disabledReason }: { after: PolicyComparison["after"]; disabledReason: string | null }) {
  if (after.answersHold !== null) {
    return (
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={after.answersHold ? "good" : "danger"}>
          {after.answersHold ? "The answers hold" : "The answers do not hold"}
        </Badge>
        <span className="text-ink-muted">
          said {after.judgedBy}
          {after.judgedNote !== "" && `: ${after.judgedNote}`}
        </span>
      </p>
    );
  }
  return (
    <Card
      title="Do the answers still hold?"
      description="A no closes nothing by itself: reject the answers, or assess anew."
    >
      <Form action={judgePolicyTextAction}>
        <input type="hidden" name="textId" value={after.id} />
        <TextareaField name="note" label="Note" rows={2} maxLength={1000} />
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="answersHold" value="yes" disabledReason={disabledReason}>
            They hold
          </SubmitButton>
          <SubmitButton variant="danger-quiet" name="answersHold" value="no" disabledReason={disabledReason}>
            They do not
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

function Versions({ vendor, watch }: { vendor: VendorDetail; watch: VendorDetail["watches"][number] }) {
  return (
    <Section title="Versions">
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface shadow-xs">
        {watch.texts.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <TextLink href={`${paths.vendorText(vendor.id, watch.id)}?version=${one.number}`}>
              Version {one.number}
            </TextLink>
            <span className="text-ink-muted text-sm">
              of {toDayWords(one.datedOn)}, {one.linesAdded} lines came, {one.linesRemoved} went. SHA-256{" "}
              <InlineCode className="break-all">{`${one.sha256.slice(0, 16)}…`}</InlineCode>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export default async function WatchedTextPage({
  params,
  searchParams,
}: {
  params: Promise<{ vendorId: string; watchId: string }>;
  searchParams: SearchParams;
}) {
  const ctx = await requireContext("vendor:read");
  const { vendorId, watchId } = await params;
  const vendor = await foundOr404(getVendor(ctx, vendorId));
  const watch = vendor.watches.find(({ id }) => id === watchId);
  if (watch === undefined) notFound();
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const compared =
    watch.texts.length === 0 ? null : await foundOr404(comparePolicyTexts(ctx, { watchId, number: query.version }));
  const disabledReason = whyNot(ctx, "vendor:write");
  return (
    <>
      <PageHeader
        title={watch.title}
        meta={<Badge>{POLICY_KIND_WORDS[watch.kind]}</Badge>}
        description={watch.url}
        breadcrumbs={[
          { label: "Vendors", href: paths.vendors() },
          { label: vendor.name, href: paths.vendorTexts(vendor.id) },
          { label: watch.title },
        ]}
      />
      <WrongParameters wrong={wrong} />
      <div className="space-y-8">
        {compared !== null && (
          <Section
            title={
              compared.before === null
                ? "Version 1"
                : `Version ${compared.after.number} against ${compared.before.number}`
            }
            description={`Dated ${toDayWords(compared.after.datedOn)}, recorded by ${compared.after.recordedBy}.`}
          >
            <TextDifference lines={compared.lines} />
            <Judgement after={compared.after} disabledReason={disabledReason} />
          </Section>
        )}
        {watch.texts.length > 0 && <Versions vendor={vendor} watch={watch} />}
        <Section title="Record what it says now">
          <Form action={recordPolicyTextAction} guardUnsaved resetOnOk>
            <input type="hidden" name="watchId" value={watch.id} />
            <TextField name="datedOn" label="Dated" type="date" required defaultValue={toDayInput(ctx.now)} />
            <TextareaField
              name="text"
              label="Text"
              help="Copied from the vendor's page, as plain text."
              required
              rows={8}
            />
            <SubmitButton pendingLabel="Recording…" disabledReason={disabledReason}>
              Record this version
            </SubmitButton>
          </Form>
        </Section>
      </div>
    </>
  );
}
