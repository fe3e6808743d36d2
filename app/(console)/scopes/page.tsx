import type { Metadata } from "next";
import { z } from "zod";
import { paths } from "@/app/(console)/paths";
import { ScopesTabs } from "@/app/(console)/scopes/scopes-tabs";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { whyNot } from "@/app/(console)/why-not";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { ScopesTable, type ScopesTableRow } from "@/components/scopes/scopes-table";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { PageHeader } from "@/components/ui/page-header";
import { listAgentChoices } from "@/lib/agents/list-agent-choices";
import { listDatasets } from "@/lib/catalog/list-datasets";
import { listScopes, type ScopeListRow } from "@/lib/scopes/list-scopes";

export const metadata: Metadata = { title: "Scopes" };

const SHAPE = {
  agent: z.uuid("must be an agent's id"),
  dataset: z.uuid("must be a dataset's id"),
  status: z.enum(["live", "expired", "revoked"], "must be live, expired or revoked"),
  after: z.uuid("must be the place that a page's Next button leads to"),
};

function toRow(scope: ScopeListRow): ScopesTableRow {
  const clearCount = scope.fields.filter((field) => field.treatment === "clear").length;
  return {
    ...scope,
    href: paths.scope(scope.id),
    agentName: scope.agent.name,
    datasetName: scope.dataset.name,
    clearCount,
    maskedCount: scope.fields.length - clearCount,
  };
}

export default async function ScopesPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("scope:read");
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const [{ rows, next }, agents, datasets] = await Promise.all([
    listScopes(ctx, { agentId: query.agent, datasetId: query.dataset, status: query.status, after: query.after }),
    listAgentChoices(ctx),
    listDatasets(ctx, { limit: 500 }),
  ]);
  const reason = whyNot(ctx, "scope:write");
  return (
    <>
      <PageHeader
        title="Scopes"
        description="Which agent may read which fields of which dataset, how each is shown, for what, and until when."
        breadcrumbs={[{ label: "Scopes" }]}
        actions={
          <LinkOrReason variant="primary" href={paths.newScope()} disabledReason={reason}>
            Grant a scope
          </LinkOrReason>
        }
      />
      <ScopesTabs />
      <WrongParameters wrong={wrong} />
      <ScopesTable
        rows={rows.map(toRow)}
        next={next}
        agents={agents}
        datasets={datasets.rows}
        newHref={reason === null ? paths.newScope() : null}
      />
    </>
  );
}
