import { Grid3x3 } from "lucide-react";
import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { ScopeCard } from "@/components/scopes/scope-card";
import { ScopeStatusBadge } from "@/components/scopes/scope-status-badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { OutcomeLegend } from "@/components/ui/outcome-legend";
import { Section } from "@/components/ui/section";
import { getAgent } from "@/lib/agents/get-agent";
import { getDataset } from "@/lib/catalog/get-dataset";
import type { RequestContext } from "@/lib/identity/request-context";
import { agentCan } from "@/lib/kernel/agent-state";
import { listScopes, type ScopeListRow } from "@/lib/scopes/list-scopes";
import { AgentFrame } from "@/app/(console)/agents/[agentId]/agent-frame";

export const metadata: Metadata = { title: "Scopes of an agent" };

/** The names of each dataset's fields that are there now, by dataset. */
async function listFieldNames(ctx: RequestContext, scopes: readonly ScopeListRow[]): Promise<Map<string, string[]>> {
  const ids = [...new Set(scopes.map((scope) => scope.dataset.id))];
  const datasets = await Promise.all(ids.map((datasetId) => getDataset(ctx, { datasetId })));
  return new Map(
    datasets.map(({ id, fields }) => [
      id,
      fields.filter((field) => field.status !== "vanished").map((field) => field.name),
    ]),
  );
}

export default async function AgentScopesPage({ params }: { params: Promise<{ agentId: string }> }) {
  const ctx = await requireContext("scope:read");
  const agent = await foundOr404(getAgent(ctx, (await params).agentId));
  const { rows } = await listScopes(ctx, { agentId: agent.id });
  const live = rows.filter((scope) => scope.status === "live");
  const ended = rows.filter((scope) => scope.status !== "live");
  const names = await listFieldNames(ctx, rows);
  const permit = agentCan("grant_scope", agent.state);
  const grant = (
    <LinkOrReason
      variant="primary"
      href={paths.newScope({ agent: agent.id })}
      disabledReason={permit.ok ? whyNot(ctx, "scope:write") : permit.why}
    >
      Grant a scope
    </LinkOrReason>
  );
  const toCard = (scope: ScopeListRow) => {
    const granted = scope.fields.map((field) => field.name);
    return (
      <ScopeCard
        key={scope.id}
        {...scope}
        title={scope.dataset.name}
        href={paths.scope(scope.id)}
        badge={scope.status === "live" ? undefined : <ScopeStatusBadge status={scope.status} />}
        withheld={(names.get(scope.dataset.id) ?? []).filter((name) => !granted.includes(name))}
      />
    );
  };
  return (
    <AgentFrame ctx={ctx} agent={agent}>
      <div className="space-y-10">
        <Section
          title="What it may read"
          description="What stands in no live scope is withheld: it never leaves the source."
          actions={grant}
        >
          {live.length === 0 ? (
            <EmptyState icon={<Grid3x3 />} title="No live scope" className="rounded-xl border border-line bg-surface">
              Everything is withheld from it. A scope grants a few fields of one dataset for a purpose.
            </EmptyState>
          ) : (
            <>
              <OutcomeLegend outcomes={["clear", "masked", "withheld"]} />
              <div className="grid items-start gap-4 xl:grid-cols-2">{live.map(toCard)}</div>
            </>
          )}
        </Section>
        {ended.length > 0 && (
          <Section title="Ended scopes" description="They grant nothing any more. Their history stays.">
            <div className="grid items-start gap-4 xl:grid-cols-2">{ended.map(toCard)}</div>
          </Section>
        )}
      </div>
    </AgentFrame>
  );
}
