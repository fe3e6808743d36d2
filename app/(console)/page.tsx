import { Bot } from "lucide-react";
import type { Metadata } from "next";
import { requireContext } from "@/app/session";
import { AttentionList } from "@/components/overview/attention-list";
import { EventLines } from "@/components/overview/event-lines";
import { FirstStepsCard } from "@/components/overview/first-steps-card";
import { ReviewTiles } from "@/components/overview/review-tiles";
import { TrafficChart } from "@/components/overview/traffic-chart";
import { RecentItems } from "@/components/reviews/recent-items";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { StatTile } from "@/components/ui/stat-tile";
import { TextLink } from "@/components/ui/text-link";
import { searchEvents } from "@/lib/audit/search-events";
import { isPermitted } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { getFirstSteps } from "@/lib/insights/get-first-steps";
import { getPosture } from "@/lib/insights/get-posture";
import { listAttention } from "@/lib/insights/list-attention";
import { AGENT_STATES, type AgentState } from "@/lib/kernel/vocabulary";
import { getQuality } from "@/lib/reviews/get-quality";
import { listHeldItems } from "@/lib/reviews/list-held-items";
import { toAttentionItem } from "./attention-words";
import { toFirstStepItems } from "./first-step-words";
import { paths } from "./paths";

export const metadata: Metadata = { title: "Overview" };

const STATE_WORDS: Record<AgentState, string> = {
  draft: "Draft agents",
  active: "Active agents",
  suspended: "Suspended agents",
  retired: "Retired agents",
};

export default async function OverviewPage() {
  const ctx = await requireContext("overview:read");
  const [attention, posture, steps] = await Promise.all([listAttention(ctx), getPosture(ctx), getFirstSteps(ctx)]);
  const quality = await getQuality(ctx, {});
  const canSetUp = isPermitted(ctx.actor, "catalog:read");
  const mayReview = isPermitted(ctx.actor, "review:read");
  const name = ctx.actor.kind === "person" ? ctx.actor.name : "";
  return (
    <>
      <PageHeader
        title={`Hello, ${name}`}
        description="What needs you now, and how the gate stands."
        breadcrumbs={[{ label: "Overview" }]}
      />
      <div className="space-y-6">
        {canSetUp && steps.some((step) => !step.isDone) && <FirstStepsCard items={toFirstStepItems(ctx, steps)} />}
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          {AGENT_STATES.map((state) => (
            <StatTile
              key={state}
              label={STATE_WORDS[state]}
              value={posture.agents[state]}
              icon={<Bot aria-hidden />}
              href={paths.agents({ state })}
            />
          ))}
        </div>
        <ReviewTiles
          quality={quality}
          inboxHref={mayReview ? paths.inbox() : undefined}
          qualityHref={paths.quality()}
        />
        <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="min-w-0 space-y-6">
            <Card title="Needs you now" padding="none">
              <AttentionList items={attention.map(toAttentionItem)} />
            </Card>
            {mayReview && <HeldByDeadline ctx={ctx} />}
            {isPermitted(ctx.actor, "audit:read") && <NewestEvents ctx={ctx} />}
          </div>
          <Card title="Reads and refusals">
            <div className="space-y-8">
              <TrafficChart title="Last 24 hours" unit="Hour" steps={posture.hours} />
              <TrafficChart title="Last 7 days" unit="Day" steps={posture.days} />
            </div>
          </Card>
        </div>
      </div>
    </>
  );
}

async function HeldByDeadline({ ctx }: { ctx: RequestContext }) {
  const { rows } = await listHeldItems(ctx, { view: "waiting" });
  const lines = rows.slice(0, 6).map((row) => ({ ...row, href: paths.heldItem(row.id) }));
  return (
    <Card title="Held, by deadline" padding="none" actions={<TextLink href={paths.inbox()}>The inbox</TextLink>}>
      <RecentItems rows={lines} withAgent emptyText="Nothing waits for a person." />
    </Card>
  );
}

async function NewestEvents({ ctx }: { ctx: RequestContext }) {
  const { rows } = await searchEvents(ctx, {});
  const lines = rows.slice(0, 8).map((event) => ({ ...event, href: paths.event(event.id) }));
  return (
    <Card title="Newest events" padding="none" actions={<TextLink href={paths.audit()}>All events</TextLink>}>
      <EventLines lines={lines} />
    </Card>
  );
}
