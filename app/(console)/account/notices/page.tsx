import type { Metadata } from "next";
import { z } from "zod";
import { AccountTabs } from "@/app/(console)/account/account-tabs";
import { submitNoticeMode, submitNoticesSeen } from "@/app/(console)/account/actions";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { MarkSeenForm, NoticeModeForm } from "@/components/reviews/notice-forms";
import { NoticesTable } from "@/components/reviews/notices-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { isPermitted } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { listNotices, type NoticeRow } from "@/lib/notices/list-notices";

export const metadata: Metadata = { title: "Your notices" };

const PLACE = "must be the place that a page's Next or Previous button leads to";
const SHAPE = { after: z.uuid(PLACE), before: z.uuid(PLACE) };

/** Where a notice leads, as far as this person may go there. */
function toHref({ actor }: RequestContext, { item, vendor }: NoticeRow): string {
  if (item !== null && isPermitted(actor, "review:read")) return paths.heldItem(item.id);
  return vendor !== null && isPermitted(actor, "vendor:read") ? paths.vendor(vendor.id) : paths.notices();
}

export default async function NoticesPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("notice:read");
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const { after, before } = query;
  const { rows, next, previous, unseen, mode, isMailSetUp } = await listNotices(
    ctx,
    after === undefined ? { before } : { after },
  );
  return (
    <>
      <PageHeader
        title="Your notices"
        description={unseen === 0 ? "You have seen all of them." : `${unseen >= 100 ? "100 or more" : unseen} are new.`}
        breadcrumbs={[{ label: "Your notices" }]}
        actions={<MarkSeenForm action={submitNoticesSeen} unseen={unseen} />}
      />
      <AccountTabs />
      <WrongParameters wrong={wrong} />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(20rem,1fr)]">
        <NoticesTable rows={rows.map((row) => ({ ...row, href: toHref(ctx, row) }))} page={{ next, previous }} />
        <Card title="By mail">
          <NoticeModeForm action={submitNoticeMode} mode={mode} isMailSetUp={isMailSetUp} />
        </Card>
      </div>
    </>
  );
}
