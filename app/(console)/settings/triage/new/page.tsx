import type { Metadata } from "next";
import { paths } from "@/app/(console)/paths";
import { saveTriageRuleAction } from "@/app/(console)/settings/triage/actions";
import { requireContext } from "@/app/session";
import { TriageRuleForm } from "@/components/reviews/triage-rule-form";
import { PageHeader } from "@/components/ui/page-header";
import { listAgentChoices } from "@/lib/agents/list-agent-choices";

export const metadata: Metadata = { title: "Add a triage rule" };

export default async function NewTriageRulePage() {
  const ctx = await requireContext("triage:write");
  const agents = await listAgentChoices(ctx);
  return (
    <>
      <PageHeader
        title="Add a triage rule"
        description="It holds a message that meets every condition that you name. Leave out what shall not count."
        breadcrumbs={[
          { label: "Settings", href: paths.settings() },
          { label: "Triage", href: paths.triageSettings() },
          { label: "New rule" },
        ]}
      />
      <TriageRuleForm
        action={saveTriageRuleAction}
        agents={agents.map(({ id, name }) => ({ value: id, label: name }))}
        submitLabel="Add the rule"
        disabledReason={null}
        cancelHref={paths.triageSettings()}
      />
    </>
  );
}
