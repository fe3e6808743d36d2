import type { Metadata } from "next";
import { saveAgentReviewPolicyAction } from "@/app/(console)/agents/actions";
import { AgentFrame } from "@/app/(console)/agents/[agentId]/agent-frame";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { AgentPolicyForm } from "@/components/reviews/agent-policy-form";
import { RecentItems } from "@/components/reviews/recent-items";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { getAgent } from "@/lib/agents/get-agent";
import { isPermitted } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId } from "@/lib/kernel/ids";
import { getAgentReviewPolicy } from "@/lib/reviews/get-agent-review-policy";
import { listHeldItems } from "@/lib/reviews/list-held-items";

export const metadata: Metadata = { title: "Reviews of an agent" };

const NOTHING_OWN = { isAllHeld: false, heldActionKinds: [], thresholds: {}, ordinaryMin: null, approvalsNeeded: 1 };
const RECENT_MAX = 10;

async function Recent({ ctx, agentId }: { ctx: RequestContext; agentId: AgentId }) {
  const { rows } = await listHeldItems(ctx, { view: "all", agentId });
  return (
    <Card
      title="Held lately"
      padding="none"
      actions={<TextLink href={paths.inbox({ view: "all", agent: agentId })}>All of its items</TextLink>}
    >
      <RecentItems
        emptyText="Nothing of it was held yet."
        rows={rows.slice(0, RECENT_MAX).map((row) => ({ ...row, href: paths.heldItem(row.id) }))}
      />
    </Card>
  );
}

function Topics({ topics, changeHref }: { topics: readonly string[]; changeHref: string | null }) {
  return (
    <Card
      title="Ordinary topics"
      description="What its customers usually write about. What is far from these waits for a person."
      actions={changeHref !== null && <TextLink href={changeHref}>Change them</TextLink>}
    >
      {topics.length === 0 ? (
        <p className="text-ink-muted">None is named: any customer service counts as ordinary.</p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {topics.map((topic) => (
            <li key={topic}>
              <Badge>{topic}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export default async function AgentReviewsPage({ params }: { params: Promise<{ agentId: string }> }) {
  const ctx = await requireContext("triage:read");
  const agent = await foundOr404(getAgent(ctx, (await params).agentId));
  const { own, defaults } = await getAgentReviewPolicy(ctx, agent.id);
  const mayChange = isPermitted(ctx.actor, "agent:write");
  return (
    <AgentFrame ctx={ctx} agent={agent}>
      <div className="grid items-start gap-8 xl:grid-cols-2">
        <Section
          title="What it is held for"
          description="Beyond what holds for every agent: this can only hold more, never less."
        >
          <AgentPolicyForm
            agentId={agent.id}
            action={saveAgentReviewPolicyAction}
            values={own ?? NOTHING_OWN}
            usual={defaults}
            disabledReason={whyNot(ctx, "triage:write")}
          />
        </Section>
        <div className="space-y-6">
          <Topics topics={agent.topics} changeHref={mayChange ? paths.changeAgent(agent.id) : null} />
          {isPermitted(ctx.actor, "review:read") && <Recent ctx={ctx} agentId={agent.id} />}
        </div>
      </div>
    </AgentFrame>
  );
}
