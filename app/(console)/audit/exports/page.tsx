import type { Metadata } from "next";
import { requestExportAction } from "@/app/(console)/audit/actions";
import { AuditTabs } from "@/app/(console)/audit/audit-tabs";
import { FILTER_KEYS, readEventFilters } from "@/app/(console)/audit/event-filters";
import { ExportList } from "@/app/(console)/audit/exports/export-list";
import { paths } from "@/app/(console)/paths";
import type { SearchParams } from "@/app/(console)/search-params";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { EvidenceForm } from "@/components/audit/evidence-form";
import { ExportForm } from "@/components/audit/export-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { FRAMEWORKS } from "@/lib/audit/exports/frameworks";
import { listExports } from "@/lib/audit/list-exports";

export const metadata: Metadata = { title: "Exports" };

const DAY_MS = 86_400_000;
const toDay = (at: Date) => at.toISOString().slice(0, 10);

export default async function ExportsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("audit:export");
  const [{ viewQuery, wrong }, exports] = await Promise.all([
    readEventFilters(searchParams, ctx.now),
    listExports(ctx, {}),
  ]);
  const filterNames = [...new Set(new URLSearchParams(viewQuery).keys())].filter((name) => FILTER_KEYS.includes(name));
  const frameworks = Object.entries(FRAMEWORKS).map(([value, { title }]) => ({ value, label: title }));
  return (
    <>
      <PageHeader
        title="Exports"
        description="Events with the proof that they are in the log, the public key, and a verifier that needs nothing of ours."
        breadcrumbs={[{ label: "Audit", href: paths.audit() }, { label: "Exports" }]}
      />
      <AuditTabs />
      <WrongParameters wrong={wrong} />
      <div className="space-y-10">
        <div className="grid gap-6 lg:grid-cols-2">
          <Card title="Export events" description="Those that the audit table shows with its filters.">
            <ExportForm
              action={requestExportAction}
              query={viewQuery}
              filterNames={filterNames}
              tableHref={viewQuery === "" ? paths.audit() : `${paths.audit()}?${viewQuery}`}
            />
          </Card>
          <Card
            title="Evidence pack"
            description="The facts that Gatehouse holds for each clause. It claims no compliance."
          >
            <EvidenceForm
              action={requestExportAction}
              frameworks={frameworks}
              from={toDay(new Date(ctx.now.getTime() - 90 * DAY_MS))}
              to={toDay(ctx.now)}
            />
          </Card>
        </div>
        <Section title="Made and under way" description="They go on without this page, and are kept until they expire.">
          <ExportList exports={exports} />
        </Section>
      </div>
    </>
  );
}
