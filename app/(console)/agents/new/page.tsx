import type { Metadata } from "next";
import { paths } from "@/app/(console)/paths";
import { requireContext } from "@/app/session";
import { AgentForm } from "@/components/agents/agent-form";
import { PageHeader } from "@/components/ui/page-header";
import { listPersonChoices } from "@/lib/people/list-person-choices";
import { listVendorChoices } from "@/lib/vendors/list-vendor-choices";
import { registerAgentAction } from "@/app/(console)/agents/actions";

export const metadata: Metadata = { title: "Register an agent" };

export default async function NewAgentPage() {
  const ctx = await requireContext("agent:write");
  const [people, vendors] = await Promise.all([listPersonChoices(ctx), listVendorChoices(ctx)]);
  return (
    <>
      <PageHeader
        title="Register an agent"
        description="It starts as a draft: it reads nothing until you grant it a scope, issue it a key and activate it."
        breadcrumbs={[{ label: "Agents", href: paths.agents() }, { label: "Register an agent" }]}
      />
      <AgentForm
        action={registerAgentAction}
        people={people}
        vendors={vendors}
        submitLabel="Register the agent"
        disabledReason={null}
        cancelHref={paths.agents()}
      />
    </>
  );
}
