import type { Metadata } from "next";
import { z } from "zod";
import { InboxTabs } from "@/app/(console)/inbox/inbox-tabs";
import { giveSecondLookAction } from "@/app/(console)/inbox/second-looks/actions";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext, type SignedInContext } from "@/app/session";
import { InboxDesk } from "@/components/reviews/inbox-desk";
import { SecondLook } from "@/components/reviews/second-look";
import { SecondLooksTable } from "@/components/reviews/second-looks-table";
import { Callout } from "@/components/ui/callout";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { SplitView } from "@/components/ui/split-view";
import { DomainError } from "@/lib/kernel/domain-error";
import type { SecondLookId } from "@/lib/kernel/ids";
import { listSecondLooks } from "@/lib/reviews/list-second-looks";
import { openSecondLook } from "@/lib/reviews/open-second-look";

export const metadata: Metadata = { title: "Second looks" };

const SHAPE = {
  view: z.enum(["waiting", "looked"], "must be waiting or looked"),
  after: z.uuid("must be the place that a page's Next button leads to"),
  look: z.uuid("must be a message's id"),
};

async function LookPanel({ ctx, lookId }: { ctx: SignedInContext; lookId: string }) {
  const look = await openSecondLook(ctx, lookId).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === "not_found") return null;
    throw error;
  });
  if (look === null) return <Callout tone="warn" title="There is no such message to look at." />;
  return <SecondLook key={look.id} look={look} give={giveSecondLookAction} />;
}

export default async function SecondLooksPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("second_look:give");
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const { view = "waiting", after, look: openId = null } = query;
  const { rows, next } = await listSecondLooks(ctx, { view, ...(after !== undefined && { after }) });
  const hrefOf = (look?: SecondLookId) =>
    paths.secondLooks({ view: view === "waiting" ? undefined : view, after, look });
  const shown = rows.map((row) => ({ ...row, href: hrefOf(row.id) }));
  return (
    <>
      <PageHeader
        title="Second looks"
        description="A sample of what triage let proceed: was it right?"
        breadcrumbs={[{ label: "Inbox", href: paths.inbox() }, { label: "Second looks" }]}
      />
      <InboxTabs ctx={ctx} />
      <LinkTabs
        label="Second looks by state"
        className="mb-4"
        tabs={[
          { href: paths.secondLooks(), label: "Waiting" },
          { href: paths.secondLooks({ view: "looked" }), label: "Looked at" },
        ]}
      />
      <WrongParameters wrong={wrong} />
      <InboxDesk
        rows={shown.map(({ id, href, looked, obstacle }) => ({
          id,
          href,
          isMine: looked === null && obstacle === null,
        }))}
        openId={openId}
        closeHref={hrefOf()}
      >
        <SplitView
          emphasis="panel"
          panel={openId !== null && <LookPanel ctx={ctx} lookId={openId} />}
          panelTitle="Second look"
          closeHref={hrefOf()}
        >
          <SecondLooksTable rows={shown} next={next} openId={openId} view={view} />
        </SplitView>
      </InboxDesk>
    </>
  );
}
