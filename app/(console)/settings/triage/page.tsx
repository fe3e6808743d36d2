import { Download } from "lucide-react";
import type { Metadata } from "next";
import { paths } from "@/app/(console)/paths";
import { SettingsFrame } from "@/app/(console)/settings/settings-frame";
import { tryTriageAction } from "@/app/(console)/settings/triage/actions";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { TriageRulesTable } from "@/components/reviews/triage-rules-table";
import { TryTriage } from "@/components/reviews/try-triage";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { listAgentChoices } from "@/lib/agents/list-agent-choices";
import { listTriageRules } from "@/lib/reviews/list-triage-rules";

export const metadata: Metadata = { title: "Triage" };

function ExportExamples({ disabledReason }: { disabledReason: string | null }) {
  const icon = <Download aria-hidden />;
  if (disabledReason !== null) {
    return (
      <Button icon={icon} disabledReason={disabledReason}>
        Export the examples
      </Button>
    );
  }
  return (
    <a href={paths.labelledExamples()} download className={buttonStyles()}>
      {icon}
      Export the examples
    </a>
  );
}

export default async function TriageSettingsPage() {
  const ctx = await requireContext("triage:read");
  const [rules, agents] = await Promise.all([listTriageRules(ctx), listAgentChoices(ctx)]);
  return (
    <SettingsFrame
      ctx={ctx}
      title="Triage"
      description="What is held for a person. Rules and the model add to each other; an agent's own policy can only hold more."
      actions={
        <LinkOrReason variant="primary" href={paths.newTriageRule()} disabledReason={whyNot(ctx, "triage:write")}>
          Add a rule
        </LinkOrReason>
      }
    >
      <div className="space-y-10">
        <Section
          title="Rules"
          description="Each holds what meets all of its conditions. None can let a message through."
        >
          <TriageRulesTable
            rows={rules.map(({ id, ...rule }) => ({ ...rule, ruleId: id, href: paths.triageRule(id) }))}
          />
        </Section>
        <Section title="Try a text" description="What triage would say of it, and the words that decide.">
          <TryTriage
            action={tryTriageAction}
            agents={agents.map(({ id, name }) => ({ value: id, label: name }))}
            disabledReason={whyNot(ctx, "triage:try")}
          />
        </Section>
        <Section
          title="Thresholds"
          description="From which score on a kind is held, for every agent, stands with the clocks of that kind."
        >
          <TextLink href={paths.reviewSettings()}>Thresholds, clocks and approvals by kind</TextLink>
        </Section>
        <Section
          title="What it can learn from"
          description="Reviewers' corrections and second looks, one a line, with customers' values masked: for npm run triage:train."
        >
          <ExportExamples disabledReason={whyNot(ctx, "example:export")} />
        </Section>
      </div>
    </SettingsFrame>
  );
}
