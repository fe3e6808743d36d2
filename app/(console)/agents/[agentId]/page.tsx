import type { Metadata } from "next";
import { setAgentCapsAction } from "@/app/(console)/agents/actions";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { CapsForm } from "@/components/agents/caps-form";
import { ReadinessList } from "@/components/agents/readiness-list";
import { CapMeters } from "@/components/scopes/cap-meters";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { InlineCode } from "@/components/ui/code-block";
import { KeyValueList } from "@/components/ui/key-value-list";
import { ExactTime } from "@/components/ui/relative-time";
import { type AgentDetail, getAgent } from "@/lib/agents/get-agent";
import { listAgentKeys } from "@/lib/agents/list-agent-keys";
import { isPermitted } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { agentCan } from "@/lib/kernel/agent-state";
import { listCapUse } from "@/lib/scopes/list-cap-use";
import { listScopes } from "@/lib/scopes/list-scopes";
import { AgentFrame } from "./agent-frame";
import { toReadiness } from "./readiness";

export const metadata: Metadata = { title: "Agent" };

type Person = AgentDetail["owner"];

function PersonWord({ person }: { person: Person }) {
  return (
    <span className="inline-flex items-center gap-2">
      {person.name}
      {!person.isActive && <Badge tone="danger">Not active</Badge>}
    </span>
  );
}

async function countLiveScopes(ctx: RequestContext, agent: AgentDetail): Promise<number | null> {
  if (!isPermitted(ctx.actor, "scope:read")) return null;
  return (await listScopes(ctx, { agentId: agent.id, status: "live" })).rows.length;
}

export default async function AgentPage({ params }: { params: Promise<{ agentId: string }> }) {
  const ctx = await requireContext("agent:read");
  const agent = await foundOr404(getAgent(ctx, (await params).agentId));
  const [keys, liveScopes, capUse] = await Promise.all([
    listAgentKeys(ctx, agent.id),
    countLiveScopes(ctx, agent),
    listCapUse(ctx, agent.id),
  ]);
  const change = agentCan("change", agent.state);
  const readiness = toReadiness(agent, keys.filter((key) => key.status === "live").length, liveScopes);
  const lastUsedAt = keys.map((key) => key.lastUsedAt?.getTime() ?? 0).reduce((a, b) => Math.max(a, b), 0);
  return (
    <AgentFrame ctx={ctx} agent={agent}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title="Who answers for it">
          <KeyValueList
            items={[
              { label: "Sponsor", value: <PersonWord person={agent.sponsor} />, help: "Answers for what it reads." },
              {
                label: "Owner",
                value: <PersonWord person={agent.owner} />,
                help: "Runs it, and can say what it does.",
              },
              { label: "Vendor", value: agent.vendor?.name ?? "Nobody named one yet" },
              { label: "Runs in", value: agent.region ?? "Nobody said" },
              { label: "Model", value: agent.model },
              { label: "Registered", value: <ExactTime at={agent.createdAt} /> },
              { label: "Last request", value: lastUsedAt === 0 ? "Never" : <ExactTime at={lastUsedAt} /> },
              { label: "Id", value: <InlineCode>{agent.id}</InlineCode> },
            ]}
          />
        </Card>
        <Card
          title={readiness.every((item) => item.isMet) ? "It can read now" : "It cannot read yet"}
          description="All of these must hold at each request."
        >
          <ReadinessList
            items={readiness.map(({ part, ...item }) => ({
              ...item,
              key: part,
              ...(part === "scope" &&
                liveScopes !== null && { href: paths.agentScopes(agent.id), linkText: "See its scopes" }),
              ...(part === "key" && { href: paths.agentKeys(agent.id), linkText: "See its keys" }),
            }))}
          />
        </Card>
        <Card
          title="Caps"
          description="What it may be given in a day. What would go beyond is refused, and alerts people."
        >
          <div className="space-y-6">
            {capUse.length > 0 && <CapMeters use={capUse} />}
            <CapsForm
              agentId={agent.id}
              rowsPerDayMax={agent.rowsPerDayMax}
              subjectsPerDayMax={agent.subjectsPerDayMax}
              action={setAgentCapsAction}
              disabledReason={change.ok ? whyNot(ctx, "agent:write") : change.why}
            />
          </div>
        </Card>
      </div>
    </AgentFrame>
  );
}
