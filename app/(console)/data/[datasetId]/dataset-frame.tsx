import type { ReactNode } from "react";
import { paths } from "@/app/(console)/paths";
import { whyNot } from "@/app/(console)/why-not";
import { CatalogStatusBadge } from "@/components/data/catalog-status-badge";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import type { DatasetDetail } from "@/lib/catalog/get-dataset";
import type { RequestContext } from "@/lib/identity/request-context";

/** The top of each of a dataset's pages. */
export function DatasetFrame({
  ctx,
  dataset,
  children,
}: {
  ctx: RequestContext;
  dataset: DatasetDetail;
  children: ReactNode;
}) {
  const rows = dataset.rowEstimate === null ? "" : `, about ${dataset.rowEstimate.toLocaleString("en-GB")} rows`;
  const vanished = dataset.status === "vanished" ? "It is gone from its source: run discovery." : null;
  return (
    <>
      <PageHeader
        title={dataset.name}
        meta={<CatalogStatusBadge status={dataset.status} />}
        description={`The ${dataset.kind} ${dataset.schemaName}.${dataset.tableName} of ${dataset.source.name}${rows}.`}
        breadcrumbs={[
          { label: "Data", href: paths.data() },
          { label: dataset.source.name, href: paths.source(dataset.source.id) },
          { label: dataset.name },
        ]}
        actions={
          <LinkOrReason
            variant="primary"
            href={paths.newScope({ dataset: dataset.id })}
            disabledReason={vanished ?? whyNot(ctx, "scope:write")}
          >
            Grant a scope on it
          </LinkOrReason>
        }
      />
      <LinkTabs
        label="Parts of this dataset"
        className="mb-6"
        tabs={[
          { href: paths.dataset(dataset.id), label: "Fields", count: dataset.fields.length },
          { href: paths.datasetAccess(dataset.id), label: "Who can see it" },
        ]}
      />
      {children}
    </>
  );
}
