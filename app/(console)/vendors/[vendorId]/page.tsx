import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { removeVendorAction } from "@/app/(console)/vendors/actions";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { InlineCode } from "@/components/ui/code-block";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { KeyValueList } from "@/components/ui/key-value-list";
import { StateBadge } from "@/components/ui/state-badge";
import { TextLink } from "@/components/ui/text-link";
import { LapseCard } from "@/components/vendors/lapse-card";
import { LimitsCard } from "@/components/vendors/limits-card";
import { StatusCallout } from "@/components/vendors/status-callout";
import { CRITICALITY_WORDS, toDayWords } from "@/components/vendors/words";
import type { AgentId } from "@/lib/kernel/ids";
import { getVendor, type VendorDetail } from "@/lib/vendors/get-vendor";
import { listVendorChoices } from "@/lib/vendors/list-vendor-choices";
import { previewVendorLapse } from "@/lib/vendors/preview-vendor-lapse";
import { CertificationsCard } from "./certifications-card";
import { SubprocessorsCard } from "./subprocessors-card";
import { VendorFrame } from "./vendor-frame";
import { WaitingChanges } from "./waiting-changes";

export const metadata: Metadata = { title: "Vendor" };

function toTerm(from: Date | null, until: Date | null): string {
  if (from === null && until === null) return "Not entered";
  const end = until === null ? "without an end" : `until ${toDayWords(until)}`;
  return from === null ? `${end.charAt(0).toUpperCase()}${end.slice(1)}` : `From ${toDayWords(from)} ${end}`;
}

function FactsCard({ vendor }: { vendor: VendorDetail }) {
  const { contacts, models } = vendor;
  return (
    <Card title="Facts">
      <KeyValueList
        items={[
          {
            label: "Owner",
            value: (
              <span className="inline-flex items-center gap-2">
                {vendor.owner.name}
                {!vendor.owner.isActive && <Badge tone="danger">Not active</Badge>}
              </span>
            ),
            help: "Answers for it here.",
          },
          { label: "Criticality", value: CRITICALITY_WORDS[vendor.criticality] },
          { label: "Services", value: vendor.services.join(", ") || "None entered" },
          { label: "Models", value: models.join(", ") || "None entered" },
          { label: "Regions", value: vendor.regions.join(", ") || "None entered" },
          { label: "Contract", value: toTerm(vendor.contractFrom, vendor.contractUntil) },
          { label: "Data processing", value: toTerm(vendor.dpaFrom, vendor.dpaUntil) },
          {
            label: "Contacts",
            value:
              contacts.length === 0 ? (
                "None entered"
              ) : (
                <ul>
                  {contacts.map(({ name, email, role }) => (
                    <li key={email}>
                      {name}
                      {role !== "" && <span className="text-ink-muted"> · {role}</span>}{" "}
                      <a
                        className="inline-block max-w-full break-words text-accent-ink underline underline-offset-2"
                        href={`mailto:${email}`}
                      >
                        {email}
                      </a>
                    </li>
                  ))}
                </ul>
              ),
          },
          ...(vendor.notes === ""
            ? []
            : [{ label: "Notes", value: <span className="whitespace-pre-line">{vendor.notes}</span> }]),
          { label: "Id", value: <InlineCode>{vendor.id}</InlineCode> },
        ]}
      />
    </Card>
  );
}

function AgentsCard({ agents }: { agents: VendorDetail["agents"] }) {
  return (
    <Card title="Agents that depend on it" description="An agent without a cleared vendor reads nothing.">
      {agents.length === 0 ? (
        <p className="text-ink-muted">No agent names it as its vendor.</p>
      ) : (
        <ul className="divide-y divide-line">
          {agents.map(({ id, name, state, region }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <TextLink href={paths.agent(id as AgentId)}>{name}</TextLink>
              <StateBadge state={state} />
              <span className="ms-auto text-ink-muted text-sm">
                {region === null ? "Nobody said where it runs" : `Runs in ${region}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function findWhyKept(vendor: VendorDetail): string | null {
  const isUsed =
    vendor.agents.length + vendor.assessments.length + vendor.standsBehind.length + vendor.watches.length > 0;
  return isUsed
    ? "Something hangs on it (agents, assessments, other vendors or texts), so it stays as evidence."
    : null;
}

export default async function VendorPage({ params }: { params: Promise<{ vendorId: string }> }) {
  const ctx = await requireContext("vendor:read");
  const vendor = await foundOr404(getVendor(ctx, (await params).vendorId));
  const [preview, choices] = await Promise.all([
    previewVendorLapse(ctx, { vendorId: vendor.id }),
    listVendorChoices(ctx),
  ]);
  const disabledReason = whyNot(ctx, "vendor:write");
  return (
    <VendorFrame ctx={ctx} vendor={vendor}>
      <div className="space-y-6">
        <StatusCallout status={vendor.status} />
        <WaitingChanges ctx={ctx} vendor={vendor} />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <div className="space-y-6">
            <LimitsCard status={vendor.status} />
            <LapseCard
              preview={preview}
              hrefs={Object.fromEntries(preview.agents.map(({ id }) => [id, paths.agent(id)]))}
            />
            <AgentsCard agents={vendor.agents} />
          </div>
          <div className="space-y-6">
            <FactsCard vendor={vendor} />
            <CertificationsCard vendor={vendor} disabledReason={disabledReason} />
            <SubprocessorsCard vendor={vendor} choices={choices} disabledReason={disabledReason} />
            <ConfirmDialog
              title={`Remove ${vendor.name}?`}
              confirmLabel="Remove the vendor"
              action={removeVendorAction}
              fields={{ vendorId: vendor.id }}
              trigger={
                <Button variant="danger-quiet" disabledReason={disabledReason ?? findWhyKept(vendor)}>
                  Remove this vendor
                </Button>
              }
            >
              <p>Nothing hangs on it. That it was here stays in the audit log.</p>
            </ConfirmDialog>
          </div>
        </div>
      </div>
    </VendorFrame>
  );
}
