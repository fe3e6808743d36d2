import type { Metadata } from "next";
import { paths } from "@/app/(console)/paths";
import { SettingsFrame } from "@/app/(console)/settings/settings-frame";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { WebhooksTable } from "@/components/reviews/webhooks-table";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { listWebhookEndpoints } from "@/lib/notices/list-webhook-endpoints";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage() {
  const ctx = await requireContext("webhook:read");
  const rows = await listWebhookEndpoints(ctx);
  return (
    <SettingsFrame
      ctx={ctx}
      title="Webhooks"
      description="Who is told by a signed POST when something happens. It carries ids, codes and times, never a customer's word."
      actions={
        <LinkOrReason variant="primary" href={paths.newWebhook()} disabledReason={whyNot(ctx, "webhook:write")}>
          Add a webhook
        </LinkOrReason>
      }
    >
      <WebhooksTable rows={rows.map((row) => ({ ...row, href: paths.webhook(row.id) }))} />
    </SettingsFrame>
  );
}
