import type { Metadata } from "next";
import { AuditTabs } from "@/app/(console)/audit/audit-tabs";
import { EventPanel } from "@/app/(console)/audit/event-panel";
import { toEventRow } from "@/app/(console)/audit/event-rows";
import { readEventFilters } from "@/app/(console)/audit/event-filters";
import { listEventChoices } from "@/app/(console)/audit/event-choices";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { EventsTable } from "@/components/audit/events-table";
import { PageHeader } from "@/components/ui/page-header";
import { SplitView } from "@/components/ui/split-view";
import { searchEvents } from "@/lib/audit/search-events";
import type { SearchParams } from "@/app/(console)/search-params";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("audit:read");
  const { filters, openId, wrong, hrefWithEvent } = await readEventFilters(searchParams, ctx.now);
  const [{ rows, next, previous }, choices] = await Promise.all([searchEvents(ctx, filters), listEventChoices(ctx)]);
  return (
    <>
      <PageHeader
        title="Audit"
        description="Every read, refusal and change, as it was written before it took effect. The database itself refuses to change it."
        breadcrumbs={[{ label: "Audit" }]}
      />
      <AuditTabs />
      <WrongParameters wrong={wrong} />
      <SplitView
        panel={openId !== null && <EventPanel ctx={ctx} eventId={openId} hrefWithEvent={hrefWithEvent} />}
        panelTitle="Event"
        closeHref={hrefWithEvent(null)}
      >
        <EventsTable
          rows={rows.map((row) => toEventRow(row, hrefWithEvent))}
          page={{ next, previous }}
          openId={openId}
          choices={choices}
        />
      </SplitView>
    </>
  );
}
