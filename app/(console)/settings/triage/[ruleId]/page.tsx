import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { removeTriageRuleAction, saveTriageRuleAction } from "@/app/(console)/settings/triage/actions";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { KindMark } from "@/components/reviews/kind-mark";
import { TriageRuleForm } from "@/components/reviews/triage-rule-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { PageHeader } from "@/components/ui/page-header";
import { listAgentChoices } from "@/lib/agents/list-agent-choices";
import { listTriageRules } from "@/lib/reviews/list-triage-rules";

export const metadata: Metadata = { title: "Triage rule" };

export default async function TriageRulePage({ params }: { params: Promise<{ ruleId: string }> }) {
  const ctx = await requireContext("triage:read");
  const { ruleId } = await params;
  const [rules, agents] = await Promise.all([listTriageRules(ctx), listAgentChoices(ctx)]);
  const rule = rules.find(({ id }) => id === ruleId);
  if (rule === undefined) notFound();
  const reason = whyNot(ctx, "triage:write");
  return (
    <>
      <PageHeader
        title={rule.name}
        meta={<KindMark kind={rule.kind} />}
        breadcrumbs={[
          { label: "Settings", href: paths.settings() },
          { label: "Triage", href: paths.triageSettings() },
          { label: rule.name },
        ]}
        actions={
          <ConfirmDialog
            trigger={
              <Button variant="danger-quiet" disabledReason={reason}>
                Remove
              </Button>
            }
            title={`Remove ${rule.name}?`}
            confirmLabel="Remove the rule"
            action={removeTriageRuleAction}
            fields={{ ruleId: rule.id }}
          >
            <p>It holds nothing any more, from the next message on. What it held stays held.</p>
          </ConfirmDialog>
        }
      />
      <TriageRuleForm
        action={saveTriageRuleAction}
        agents={agents.map(({ id, name }) => ({ value: id, label: name }))}
        values={{ ...rule, ruleId: rule.id }}
        submitLabel="Save the rule"
        disabledReason={reason}
        cancelHref={paths.triageSettings()}
      />
    </>
  );
}
