import type { Metadata } from "next";
import { z } from "zod";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { definePurposeAction, grantScopeAction, previewScopeAction } from "@/app/(console)/scopes/actions";
import { DAYS_FIRST, DAYS_MAX, toDay, toDraftFields } from "@/app/(console)/scopes/editor-fields";
import { loadRule } from "@/app/(console)/scopes/load-rule";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { whyNot } from "@/app/(console)/why-not";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext, type SignedInContext } from "@/app/session";
import { ScopeEditor } from "@/components/scopes/scope-editor";
import { ScopeTargetPicker } from "@/components/scopes/scope-target-picker";
import { Callout } from "@/components/ui/callout";
import { RECORD_KIND_WORDS } from "@/components/ui/category-words";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { getAgent } from "@/lib/agents/get-agent";
import { listAgentChoices } from "@/lib/agents/list-agent-choices";
import { getDataset } from "@/lib/catalog/get-dataset";
import { listDatasets } from "@/lib/catalog/list-datasets";
import { agentCan } from "@/lib/kernel/agent-state";
import { listPurposes } from "@/lib/scopes/list-purposes";

export const metadata: Metadata = { title: "Grant a scope" };

const SHAPE = {
  agent: z.uuid("must be an agent's id"),
  dataset: z.uuid("must be a dataset's id"),
};

async function Editor({ ctx, agentId, datasetId }: { ctx: SignedInContext; agentId: string; datasetId: string }) {
  const [agent, dataset, purposes] = await Promise.all([
    foundOr404(getAgent(ctx, agentId)),
    foundOr404(getDataset(ctx, { datasetId })),
    listPurposes(ctx),
  ]);
  const rule = await loadRule(ctx, { agentId, dataset, scope: null });
  const permit = agentCan("grant_scope", agent.state);
  return (
    <>
      {!permit.ok && <Callout tone="warn" title={permit.why} />}
      {permit.ok && agent.state !== "active" && (
        <Callout title={`${agent.name} is ${agent.state === "draft" ? "a draft" : "suspended"}`}>
          The scope counts from the moment the agent is active.
        </Callout>
      )}
      <ScopeEditor
        key={`${agent.id} ${dataset.id}`}
        agent={agent}
        datasetId={dataset.id}
        fields={toDraftFields(dataset)}
        purposes={purposes}
        values={{
          purposes: [],
          fields: {},
          rowBound: [],
          requiresCase: false,
          rowsPerDayMax: null,
          subjectsPerDayMax: null,
          rowsPerRequestMax: 50,
          expiresOn: toDay(ctx.now, DAYS_FIRST),
        }}
        rule={rule}
        expiresOnMax={toDay(ctx.now, DAYS_MAX)}
        save={grantScopeAction}
        preview={previewScopeAction}
        definePurpose={definePurposeAction}
        submitLabel="Grant the scope"
        disabledReason={permit.ok ? null : permit.why}
        previewReason={whyNot(ctx, "scope:preview")}
        cancelHref={paths.scopes()}
      />
    </>
  );
}

export default async function NewScopePage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("scope:write");
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const [agents, datasets] = await Promise.all([listAgentChoices(ctx), listDatasets(ctx, { limit: 500 })]);
  return (
    <>
      <PageHeader
        title="Grant a scope"
        description="A few fields of one dataset, each shown as the purpose needs it. Everything else stays withheld."
        breadcrumbs={[{ label: "Scopes", href: paths.scopes() }, { label: "Grant a scope" }]}
      />
      <WrongParameters wrong={wrong} />
      <div className="space-y-10">
        <ScopeTargetPicker
          href={paths.newScope()}
          agents={agents
            .filter((agent) => agent.state !== "retired")
            .map(({ id, name, state }) => ({ value: id, label: name, ...(state !== "active" && { help: state }) }))}
          datasets={datasets.rows
            .filter((dataset) => dataset.status !== "vanished")
            .map((dataset) => ({
              value: dataset.id,
              label: dataset.name,
              help: `${RECORD_KIND_WORDS[dataset.recordKind]}, ${dataset.sourceName}`,
            }))}
          agentId={query.agent}
          datasetId={query.dataset}
        />
        {query.agent !== undefined && query.dataset !== undefined ? (
          <Editor ctx={ctx} agentId={query.agent} datasetId={query.dataset} />
        ) : (
          <EmptyState title="Choose an agent and a dataset" className="rounded-xl border border-line bg-surface">
            Then its fields stand here, all of them withheld, for you to grant the few that are needed.
          </EmptyState>
        )}
      </div>
    </>
  );
}
