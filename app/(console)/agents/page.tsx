import type { Metadata } from "next";
import { z } from "zod";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { whyNot } from "@/app/(console)/why-not";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { AgentsTable } from "@/components/agents/agents-table";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { PageHeader } from "@/components/ui/page-header";
import { listAgents } from "@/lib/agents/list-agents";
import { AGENT_STATES } from "@/lib/kernel/vocabulary";

export const metadata: Metadata = { title: "Agents" };

const SHAPE = {
  q: z.string().max(100, "must be at most 100 characters"),
  state: z.enum(AGENT_STATES, `must be one of ${AGENT_STATES.join(", ")}`),
  after: z.uuid("must be the place that a page's Next button leads to"),
};

export default async function AgentsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("agent:read");
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const { rows, next } = await listAgents(ctx, { text: query.q, state: query.state, after: query.after });
  const reason = whyNot(ctx, "agent:write");
  return (
    <>
      <PageHeader
        title="Agents"
        description="The software that reads customer data here: what each is for, and who answers for it."
        breadcrumbs={[{ label: "Agents" }]}
        actions={
          <LinkOrReason variant="primary" href={paths.newAgent()} disabledReason={reason}>
            Register an agent
          </LinkOrReason>
        }
      />
      <WrongParameters wrong={wrong} />
      <AgentsTable
        rows={rows.map((row) => ({ ...row, href: paths.agent(row.id) }))}
        next={next}
        newHref={reason === null ? paths.newAgent() : null}
      />
    </>
  );
}
