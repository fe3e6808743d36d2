import type { Metadata } from "next";
import { paths } from "@/app/(console)/paths";
import { makeWebhookAction } from "@/app/(console)/settings/webhooks/actions";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { WebhookForm } from "@/components/reviews/webhook-form";
import { PageHeader } from "@/components/ui/page-header";
import { listAgentChoices } from "@/lib/agents/list-agent-choices";

export const metadata: Metadata = { title: "Add a webhook" };

export default async function NewWebhookPage() {
  const ctx = await requireContext("webhook:write");
  const agents = await listAgentChoices(ctx);
  return (
    <>
      <PageHeader
        title="Add a webhook"
        breadcrumbs={[
          { label: "Settings", href: paths.settings() },
          { label: "Webhooks", href: paths.webhookSettings() },
          { label: "New" },
        ]}
      />
      <WebhookForm
        action={makeWebhookAction}
        agents={agents.map(({ id, name }) => ({ value: id, label: name }))}
        disabledReason={whyNot(ctx, "webhook:write")}
        cancelHref={paths.webhookSettings()}
      />
    </>
  );
}
