import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import {
  redeliverAction,
  removeWebhookAction,
  rollWebhookSecretAction,
  switchWebhookAction,
} from "@/app/(console)/settings/webhooks/actions";
import { whyNot } from "@/app/(console)/why-not";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { DeliveriesTable } from "@/components/reviews/deliveries-table";
import { WEBHOOK_TOPIC_WORDS } from "@/components/reviews/review-words";
import { WebhookButtons } from "@/components/reviews/webhook-buttons";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { InlineCode } from "@/components/ui/code-block";
import { KeyValueList } from "@/components/ui/key-value-list";
import { PageHeader } from "@/components/ui/page-header";
import { ExactTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { listDeliveries } from "@/lib/notices/list-deliveries";
import { listWebhookEndpoints } from "@/lib/notices/list-webhook-endpoints";

export const metadata: Metadata = { title: "Webhook" };

const PLACE = "must be the place that a page's Next or Previous button leads to";
const STATES = ["waiting", "delivered", "failed"] as const;
const SHAPE = {
  state: z.enum(STATES, `must be one of ${STATES.join(", ")}`),
  after: z.uuid(PLACE),
  before: z.uuid(PLACE),
};

type Params = { params: Promise<{ endpointId: string }>; searchParams: SearchParams };

export default async function WebhookPage({ params, searchParams }: Params) {
  const ctx = await requireContext("webhook:read");
  const { endpointId } = await params;
  const endpoint = (await listWebhookEndpoints(ctx)).find(({ id }) => id === endpointId);
  if (endpoint === undefined) notFound();
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const { rows, next, previous } = await listDeliveries(ctx, {
    endpointId: endpoint.id,
    ...query,
    before: query.after === undefined ? query.before : undefined,
  });
  const reason = whyNot(ctx, "webhook:write");
  const again = endpoint.isEnabled ? reason : (reason ?? "The webhook is off: switch it on first.");
  return (
    <>
      <PageHeader
        title={endpoint.name}
        meta={endpoint.isEnabled ? <Badge tone="good">On</Badge> : <Badge>Off</Badge>}
        description={endpoint.url}
        breadcrumbs={[
          { label: "Settings", href: paths.settings() },
          { label: "Webhooks", href: paths.webhookSettings() },
          { label: endpoint.name },
        ]}
        actions={
          <WebhookButtons
            endpointId={endpoint.id}
            name={endpoint.name}
            isEnabled={endpoint.isEnabled}
            actions={{ switch: switchWebhookAction, roll: rollWebhookSecretAction, remove: removeWebhookAction }}
            disabledReason={reason}
          />
        }
      />
      <WrongParameters wrong={wrong} />
      <div className="space-y-8">
        <Card title="About it" className="max-w-3xl">
          <KeyValueList
            items={[
              { label: "Hears", value: endpoint.topics.map((topic) => WEBHOOK_TOPIC_WORDS[topic].label).join(", ") },
              { label: "Of", value: endpoint.agent?.name ?? "Every agent" },
              { label: "Added", value: <ExactTime at={endpoint.createdAt} /> },
              { label: "Id", value: <InlineCode>{endpoint.id}</InlineCode> },
            ]}
          />
        </Card>
        <Section title="Deliveries" description="Tries go on for a while, further and further apart.">
          <DeliveriesTable
            rows={rows.map((row) => ({ ...row, redeliver: redeliverAction, redeliverReason: again }))}
            page={{ next, previous }}
          />
        </Section>
      </div>
    </>
  );
}
