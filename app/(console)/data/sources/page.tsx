import type { Metadata } from "next";
import { DataTabs } from "@/app/(console)/data/data-tabs";
import { toSourceState } from "@/app/(console)/data/source-state";
import { paths } from "@/app/(console)/paths";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { SourcesTable } from "@/components/data/sources-table";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { PageHeader } from "@/components/ui/page-header";
import { listSources } from "@/lib/catalog/list-sources";

export const metadata: Metadata = { title: "Sources" };

export default async function SourcesPage() {
  const ctx = await requireContext("catalog:read");
  const sources = await listSources(ctx);
  const reason = whyNot(ctx, "catalog:write");
  return (
    <>
      <PageHeader
        title="Data"
        description="The databases that agents read through Gatehouse."
        breadcrumbs={[{ label: "Data", href: paths.data() }, { label: "Sources" }]}
        actions={
          <LinkOrReason variant="primary" href={paths.newSource()} disabledReason={reason}>
            Connect a source
          </LinkOrReason>
        }
      />
      <DataTabs />
      <SourcesTable
        connectHref={reason === null ? paths.newSource() : null}
        rows={sources.map((source) => ({
          id: source.id,
          href: paths.source(source.id),
          name: source.name,
          place: `${source.host}:${source.port}/${source.database}`,
          state: toSourceState(source),
          testedAt: source.testedAt?.toISOString() ?? null,
          datasetCount: source.datasetCount,
          discoveredAt: source.latestRun?.finishedAt ?? null,
        }))}
      />
    </>
  );
}
