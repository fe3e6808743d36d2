import type { Metadata } from "next";
import { changeAgentAction } from "@/app/(console)/agents/actions";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { requireContext } from "@/app/session";
import { AgentForm } from "@/components/agents/agent-form";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { getAgent } from "@/lib/agents/get-agent";
import { agentCan } from "@/lib/kernel/agent-state";
import { listPersonChoices } from "@/lib/people/list-person-choices";
import { listVendorChoices } from "@/lib/vendors/list-vendor-choices";

export const metadata: Metadata = { title: "Change an agent" };

export default async function ChangeAgentPage({ params }: { params: Promise<{ agentId: string }> }) {
  const ctx = await requireContext("agent:write");
  const { agentId } = await params;
  const [agent, people, vendors] = await Promise.all([
    foundOr404(getAgent(ctx, agentId)),
    listPersonChoices(ctx),
    listVendorChoices(ctx),
  ]);
  const permit = agentCan("change", agent.state);
  return (
    <>
      <PageHeader
        title={`Change ${agent.name}`}
        description="What is said about it, and who answers for it. What it may read is in its scopes."
        breadcrumbs={[
          { label: "Agents", href: paths.agents() },
          { label: agent.name, href: paths.agent(agent.id) },
          { label: "Change" },
        ]}
      />
      {!permit.ok && <Callout tone="warn" title={permit.why} className="mb-5 max-w-xl" />}
      <AgentForm
        action={changeAgentAction}
        people={people}
        vendors={vendors}
        values={{
          ...agent,
          vendorId: agent.vendor?.id ?? null,
          agentId: agent.id,
          ownerId: agent.owner.id,
          sponsorId: agent.sponsor.id,
        }}
        submitLabel="Save the changes"
        disabledReason={permit.ok ? null : permit.why}
        cancelHref={paths.agent(agent.id)}
      />
    </>
  );
}
