import type { Metadata } from "next";
import { z } from "zod";
import { toAlertTitle } from "@/app/(console)/alert-words";
import { closeAlertAction } from "@/app/(console)/alerts/actions";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { whyNot } from "@/app/(console)/why-not";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { AlertsTable } from "@/components/reviews/alerts-table";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { isPermitted } from "@/lib/identity/authorize";
import { listAlerts } from "@/lib/notices/list-alerts";

export const metadata: Metadata = { title: "Alerts" };

const PLACE = "must be the place that a page's Next or Previous button leads to";
const SHAPE = {
  state: z.enum(["open", "closed"], "must be open or closed"),
  after: z.uuid(PLACE),
  before: z.uuid(PLACE),
};

export default async function AlertsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("alert:read");
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const { state = "open", after, before } = query;
  const { rows, next, previous } = await listAlerts(ctx, { state, ...(after === undefined ? { before } : { after }) });
  const mayOpen = isPermitted(ctx.actor, "review:read");
  const closeReason = whyNot(ctx, "alert:close");
  return (
    <>
      <PageHeader
        title="Alerts"
        description="What was approved and never done, or failed: open until somebody looked into it."
        breadcrumbs={[{ label: "Alerts" }]}
      />
      <LinkTabs
        label="Alerts by state"
        className="mb-4"
        tabs={[
          { href: paths.alerts(), label: "Open" },
          { href: `${paths.alerts()}?state=closed`, label: "Closed" },
        ]}
      />
      <WrongParameters wrong={wrong} />
      <AlertsTable
        state={state}
        rows={rows.map((row) => ({
          ...row,
          title: toAlertTitle(row.topic, row.agent?.name ?? null),
          itemHref: row.itemId !== null && mayOpen ? paths.heldItem(row.itemId) : null,
          close: closeAlertAction,
          closeReason,
        }))}
        page={{ next, previous }}
      />
    </>
  );
}
