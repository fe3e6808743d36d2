import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import {
  activateAgentAction,
  resumeAgentAction,
  retireAgentAction,
  suspendAgentAction,
} from "@/app/(console)/agents/actions";
import { paths } from "@/app/(console)/paths";
import { freezeAction } from "@/app/(console)/settings/freeze/actions";
import { whyNot } from "@/app/(console)/why-not";
import { type AgentMove, AgentStateButtons, type MoveButton } from "@/components/agents/agent-state-buttons";
import { FreezeButton } from "@/components/freezes/freeze-button";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { StateBadge } from "@/components/ui/state-badge";
import type { AgentDetail } from "@/lib/agents/get-agent";
import { isPermitted } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { agentCan } from "@/lib/kernel/agent-state";
import type { AgentState } from "@/lib/kernel/vocabulary";

const ACTIONS = {
  activate: activateAgentAction,
  resume: resumeAgentAction,
  suspend: suspendAgentAction,
  retire: retireAgentAction,
} as const;

/** What the state table and this person's roles say about a move. */
function toMoveButton(ctx: RequestContext, agent: AgentDetail, move: AgentMove): MoveButton {
  const permit = agentCan(move, agent.state);
  const why = permit.ok ? whyNot(ctx, move === "suspend" ? "agent:suspend" : "agent:write") : permit.why;
  return { move, action: ACTIONS[move], disabledReason: why };
}

const NEXT_MOVES = {
  draft: ["activate", "retire"],
  active: ["suspend", "retire"],
  suspended: ["resume", "retire"],
  retired: ["activate", "retire"],
} as const satisfies Record<AgentState, readonly AgentMove[]>;

function toTabs(ctx: RequestContext, { id }: AgentDetail) {
  return [
    { href: paths.agent(id), label: "Overview" },
    ...(isPermitted(ctx.actor, "scope:read") ? [{ href: paths.agentScopes(id), label: "Scopes" }] : []),
    ...(isPermitted(ctx.actor, "access:try") ? [{ href: paths.agentSees(id), label: "What it sees" }] : []),
    { href: paths.agentKeys(id), label: "Keys" },
    ...(isPermitted(ctx.actor, "triage:read") ? [{ href: paths.agentReviews(id), label: "Reviews" }] : []),
    ...(isPermitted(ctx.actor, "audit:read") ? [{ href: paths.agentActivity(id), label: "Activity" }] : []),
  ];
}

/** The top of each of an agent's pages: its name and state, what can be done to it, its tabs. */
export function AgentFrame({ ctx, agent, children }: { ctx: RequestContext; agent: AgentDetail; children: ReactNode }) {
  const change = agentCan("change", agent.state);
  return (
    <>
      <PageHeader
        title={agent.name}
        meta={<StateBadge state={agent.state} />}
        description={agent.description}
        breadcrumbs={[{ label: "Agents", href: paths.agents() }, { label: agent.name }]}
        actions={
          <>
            <LinkOrReason
              variant="ghost"
              href={paths.changeAgent(agent.id)}
              icon={<Pencil aria-hidden />}
              disabledReason={change.ok ? whyNot(ctx, "agent:write") : change.why}
            >
              Change
            </LinkOrReason>
            <AgentStateButtons
              agentId={agent.id}
              name={agent.name}
              moves={NEXT_MOVES[agent.state].map((move) => toMoveButton(ctx, agent, move))}
            />
            <FreezeButton
              word="Freeze"
              title={`Freeze ${agent.name}?`}
              confirmLabel={`Freeze ${agent.name}`}
              fields={{ what: `agent ${agent.id}` }}
              action={freezeAction}
              disabledReason={whyNot(ctx, "freeze:write")}
            />
          </>
        }
      />
      <LinkTabs tabs={toTabs(ctx, agent)} label="Parts of this agent" className="mb-6" />
      {children}
    </>
  );
}
