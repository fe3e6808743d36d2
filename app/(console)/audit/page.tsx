import { Download } from "lucide-react";
import type { Metadata } from "next";
import { removeViewAction, saveViewAction } from "@/app/(console)/audit/actions";
import { AuditTabs } from "@/app/(console)/audit/audit-tabs";
import { listEventChoices } from "@/app/(console)/audit/event-choices";
import { readEventFilters } from "@/app/(console)/audit/event-filters";
import { EventPanel } from "@/app/(console)/audit/event-panel";
import { toEventRow } from "@/app/(console)/audit/event-rows";
import { toHistogram } from "@/app/(console)/audit/histogram";
import { paths } from "@/app/(console)/paths";
import type { SearchParams } from "@/app/(console)/search-params";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { EventsHistogram } from "@/components/audit/events-histogram";
import { EventsTable } from "@/components/audit/events-table";
import { LiveTail } from "@/components/audit/live-tail";
import { type SavedView, SavedViews } from "@/components/audit/saved-views";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { SplitView } from "@/components/ui/split-view";
import { type AuditViewRow, listViews } from "@/lib/audit/list-views";
import { searchEvents } from "@/lib/audit/search-events";
import { summariseEvents } from "@/lib/audit/summarise-events";

export const metadata: Metadata = { title: "Audit" };

function toSavedView({ id, name, query, isOwn, isShared, ownerName }: AuditViewRow): SavedView {
  const href = query === "" ? paths.audit() : `${paths.audit()}?${query}`;
  const note = isOwn ? (isShared ? "Yours, shared" : null) : `Shared by ${ownerName ?? "somebody no longer known"}`;
  return { id, name, href, isOwn, note };
}

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("audit:read");
  const { filters, openId, wrong, hrefWithEvent, viewQuery } = await readEventFilters(searchParams, ctx.now);
  const { after, before, ...narrowed } = filters;
  const [{ rows, next, previous }, choices, views] = await Promise.all([
    searchEvents(ctx, filters),
    listEventChoices(ctx),
    listViews(ctx),
  ]);
  // After the search, so that one reading of the log is one event of it.
  const summary = await summariseEvents(ctx, narrowed);
  const isNewest = after === undefined && before === undefined;
  return (
    <>
      <PageHeader
        title="Audit"
        description="Every read, refusal and change, as it was written before it took effect. The database itself refuses to change it."
        breadcrumbs={[{ label: "Audit" }]}
        actions={
          <ButtonLink
            href={viewQuery === "" ? paths.exports() : `${paths.exports()}?${viewQuery}`}
            icon={<Download aria-hidden />}
          >
            Export these events
          </ButtonLink>
        }
      />
      <AuditTabs />
      <WrongParameters wrong={wrong} />
      <SplitView
        panel={openId !== null && <EventPanel ctx={ctx} eventId={openId} hrefWithEvent={hrefWithEvent} />}
        panelTitle="Event"
        closeHref={hrefWithEvent(null)}
      >
        <EventsHistogram {...toHistogram(summary, viewQuery)} />
        <EventsTable
          rows={rows.map((row) => toEventRow(row, hrefWithEvent))}
          page={{ next, previous }}
          openId={openId}
          choices={choices}
          actions={
            <>
              <LiveTail
                disabledReason={isNewest ? null : "Go back to the first page: the newest events stand there."}
              />
              <SavedViews
                views={views.map(toSavedView)}
                query={viewQuery}
                save={saveViewAction}
                remove={removeViewAction}
              />
            </>
          }
        />
      </SplitView>
    </>
  );
}
