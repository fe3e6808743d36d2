import type { Metadata } from "next";
import { HeldItemPanel } from "@/app/(console)/inbox/held-item-panel";
import { decideInBulkAction } from "@/app/(console)/inbox/actions";
import { type InboxView, readInboxFilters } from "@/app/(console)/inbox/inbox-filters";
import { InboxTabs } from "@/app/(console)/inbox/inbox-tabs";
import { paths } from "@/app/(console)/paths";
import type { SearchParams } from "@/app/(console)/search-params";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { InboxDesk } from "@/components/reviews/inbox-desk";
import { type InboxEmpty, InboxTable } from "@/components/reviews/inbox-table";
import { LiveInbox, LiveMark } from "@/components/reviews/live-inbox";
import { PageHeader } from "@/components/ui/page-header";
import { SplitView } from "@/components/ui/split-view";
import { listAgentChoices } from "@/lib/agents/list-agent-choices";
import { isPermitted } from "@/lib/identity/authorize";
import { isWaiting } from "@/lib/kernel/review-state";
import { listHeldItems } from "@/lib/reviews/list-held-items";
import { listReviewQueues } from "@/lib/reviews/list-review-queues";

export const metadata: Metadata = { title: "Inbox" };

const EMPTY: Record<InboxView, InboxEmpty> = {
  waiting: {
    title: "Nothing waits for a person",
    text: "What agents may not do by themselves, a complaint, a payment dispute, a legal issue, comes here first.",
  },
  mine: {
    title: "You have claimed nothing",
    text: "Open an item that waits and claim it: then it is yours to decide.",
  },
  decided: {
    title: "Nothing was decided yet",
    text: "What was approved, rejected, taken over or ran out stands here.",
  },
  all: { title: "Nothing was held yet", text: "When an agent submits a message that needs a person, it stands here." },
};

function toWaitingWords({ count, isMore }: { count: number; isMore: boolean }): string {
  if (count === 0) return "Nothing waits.";
  return `${isMore ? "More than " : ""}${count.toLocaleString("en-GB")} ${count === 1 ? "waits" : "wait"} for a person.`;
}

export default async function InboxPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("review:read");
  const { filters, openId, wrong, hrefWithItem } = await readInboxFilters(searchParams);
  const [{ rows, next, previous, waiting }, agents, queues] = await Promise.all([
    listHeldItems(ctx, filters),
    listAgentChoices(ctx),
    listReviewQueues(ctx),
  ]);
  const viewerId = ctx.actor.personId;
  const shown = rows.map((row) => ({ ...row, href: hrefWithItem(row.id) }));
  const mayDecide = isPermitted(ctx.actor, "review:decide");
  const toChoice = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <LiveInbox href={paths.inboxLive()} itemId={openId}>
      <PageHeader
        title="Inbox"
        description={toWaitingWords(waiting)}
        meta={<LiveMark />}
        breadcrumbs={[{ label: "Inbox" }]}
      />
      <InboxTabs ctx={ctx} />
      <WrongParameters wrong={wrong} />
      <InboxDesk
        rows={shown.map((row) => ({
          id: row.id,
          href: row.href,
          isMine:
            isWaiting(row.state) && row.obstacle === null && (row.claimedBy === null || row.claimedBy.id === viewerId),
        }))}
        openId={openId}
        closeHref={hrefWithItem(null)}
      >
        <SplitView
          emphasis="panel"
          panel={openId !== null && <HeldItemPanel ctx={ctx} itemId={openId} queues={queues} />}
          panelTitle="Held item"
          closeHref={hrefWithItem(null)}
        >
          <InboxTable
            rows={shown}
            page={{ next, previous }}
            openId={openId}
            choices={{ agents: agents.map(toChoice), queues: queues.map(toChoice) }}
            empty={EMPTY[filters.view]}
            bulk={mayDecide ? decideInBulkAction : null}
          />
        </SplitView>
      </InboxDesk>
    </LiveInbox>
  );
}
