import type { Metadata } from "next";
import { z } from "zod";
import { toDatasetRow } from "@/app/(console)/data/dataset-rows";
import { DataTabs } from "@/app/(console)/data/data-tabs";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { whyNot } from "@/app/(console)/why-not";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { DatasetsTable } from "@/components/data/datasets-table";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { PageHeader } from "@/components/ui/page-header";
import { CATALOG_STATUSES, listDatasets } from "@/lib/catalog/list-datasets";
import { listSources } from "@/lib/catalog/list-sources";
import { RECORD_KINDS } from "@/lib/kernel/vocabulary";

export const metadata: Metadata = { title: "Data" };

const SHAPE = {
  q: z.string().max(100, "must be at most 100 characters"),
  source: z.uuid("must be a source's id"),
  kind: z.enum(RECORD_KINDS, `must be one of ${RECORD_KINDS.join(", ")}`),
  status: z.enum(CATALOG_STATUSES, `must be one of ${CATALOG_STATUSES.join(", ")}`),
  after: z.string().max(200, "must be the place that a page's Next button leads to"),
};

export default async function DataPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("catalog:read");
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const filter = {
    text: query.q,
    sourceId: query.source,
    recordKind: query.kind,
    status: query.status,
    after: query.after,
  };
  const [{ rows, next }, sources] = await Promise.all([listDatasets(ctx, filter), listSources(ctx)]);
  const reason = whyNot(ctx, "catalog:write");
  return (
    <>
      <PageHeader
        title="Data"
        description="What there is to grant. A field that no scope lists never leaves its source."
        breadcrumbs={[{ label: "Data" }]}
        actions={
          <LinkOrReason variant="primary" href={paths.newSource()} disabledReason={reason}>
            Connect a source
          </LinkOrReason>
        }
      />
      <DataTabs />
      <WrongParameters wrong={wrong} />
      <DatasetsTable
        rows={rows.map(toDatasetRow)}
        next={next}
        sources={sources}
        connectHref={reason === null ? paths.newSource() : null}
      />
    </>
  );
}
