import type { Metadata } from "next";
import { z } from "zod";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { WideningsTable } from "@/components/widenings/widenings-table";
import { listWidenings } from "@/lib/scopes/list-widenings";

export const metadata: Metadata = { title: "Widenings" };

const SHAPE = {
  view: z.enum(["waiting", "decided"], "must be waiting or decided"),
  after: z.uuid("must be the place that a page's Next button leads to"),
};

export default async function WideningsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("widening:read");
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const { view = "waiting", after } = query;
  const { rows, next } = await listWidenings(ctx, { view, after });
  return (
    <>
      <PageHeader
        title="Widenings"
        description="What would let an agent see more. Another person than whoever proposed it decides."
        breadcrumbs={[{ label: "Widenings" }]}
      />
      <LinkTabs
        label="Widenings by state"
        className="mb-4"
        tabs={[
          { href: paths.widenings(), label: "Waiting" },
          { href: paths.widenings({ view: "decided" }), label: "Decided" },
        ]}
      />
      <WrongParameters wrong={wrong} />
      <WideningsTable view={view} rows={rows.map((row) => ({ ...row, href: paths.widening(row.id) }))} next={next} />
    </>
  );
}
