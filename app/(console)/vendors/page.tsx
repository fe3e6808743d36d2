import type { Metadata } from "next";
import { z } from "zod";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { whyNot } from "@/app/(console)/why-not";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { ButtonLink } from "@/components/ui/button-link";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { PageHeader } from "@/components/ui/page-header";
import { VendorsTable } from "@/components/vendors/vendors-table";
import { explainReason } from "@/lib/kernel/reasons";
import { listVendors } from "@/lib/vendors/list-vendors";
import { FILTER_SHAPE, toVendorFilter } from "./vendor-filters";

export const metadata: Metadata = { title: "Vendors" };

const SHAPE = { ...FILTER_SHAPE, after: z.string().max(200, "must be the place that a page's Next button leads to") };

export default async function VendorsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("vendor:read");
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const { rows, next } = await listVendors(ctx, { ...toVendorFilter(query), after: query.after });
  const reason = whyNot(ctx, "vendor:write");
  return (
    <>
      <PageHeader
        title="Vendors"
        description="Whose software your agents are, what each said about its handling of data, and what that lets its agents touch."
        breadcrumbs={[{ label: "Vendors" }]}
        actions={
          <>
            <ButtonLink variant="ghost" href={paths.checklists()}>
              Checklists
            </ButtonLink>
            <ButtonLink variant="ghost" href={paths.compareAssessments()}>
              Compare
            </ButtonLink>
            <LinkOrReason variant="primary" href={paths.newVendor()} disabledReason={reason}>
              Register a vendor
            </LinkOrReason>
          </>
        }
      />
      <WrongParameters wrong={wrong} />
      <VendorsTable
        rows={rows.map(({ status, ...row }) => ({
          ...row,
          href: paths.vendor(row.id),
          status: status.word,
          why: status.obstacle === null ? null : explainReason(status.obstacle, status.it ?? undefined).sentence,
          changesAt: status.next?.at ?? null,
        }))}
        next={next}
        csvHref={paths.exportVendors()}
        newHref={reason === null ? paths.newVendor() : null}
      />
    </>
  );
}
