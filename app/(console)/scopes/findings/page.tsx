import type { Metadata } from "next";
import { paths } from "@/app/(console)/paths";
import { ScopesTabs } from "@/app/(console)/scopes/scopes-tabs";
import { toFindingHref } from "@/app/(console)/scopes/to-finding-href";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { ScopeFindingsList } from "@/components/scopes/findings-list";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { listScopeFindings } from "@/lib/insights/list-scope-findings";

export const metadata: Metadata = { title: "Findings about scopes" };

export default async function ScopeFindingsPage() {
  const ctx = await requireContext("scope:read");
  const scopes = (await listScopeFindings(ctx, {})).filter(({ findings }) => findings.length > 0);
  const reason = whyNot(ctx, "scope:write");
  return (
    <>
      <PageHeader
        title="Findings"
        description="What is granted and not needed, as the use ledger shows it. Taking away never waits for a second person."
        breadcrumbs={[{ label: "Scopes", href: paths.scopes() }, { label: "Findings" }]}
      />
      <ScopesTabs />
      {scopes.length === 0 ? (
        <EmptyState title="Nothing asks for a second thought" className="rounded-xl border border-line bg-surface">
          Live scopes that are not used, wider than those of similar agents, or open where they need not be stand here.
        </EmptyState>
      ) : (
        <div className="space-y-4">
          {scopes.map(({ id, agent, dataset, use, findings }) => (
            <Card
              key={id}
              title={<TextLink href={paths.scope(id)}>{`${agent.name} on ${dataset.name}`}</TextLink>}
              description={
                use.lastAt === null ? (
                  "Never used."
                ) : (
                  <>
                    {use.uses30} uses in 30 days, {use.uses90} in 90; last <RelativeTime at={use.lastAt} />.
                  </>
                )
              }
            >
              <ScopeFindingsList
                rows={findings.map((finding) => ({ finding, href: toFindingHref(id, finding) }))}
                disabledReason={reason}
              />
            </Card>
          ))}
        </div>
      )}
    </>
  );
}
