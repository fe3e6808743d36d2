import type { Metadata } from "next";
import { paths } from "@/app/(console)/paths";
import { SettingsFrame } from "@/app/(console)/settings/settings-frame";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { QueuesTable } from "@/components/reviews/queues-table";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { listReviewQueues } from "@/lib/reviews/list-review-queues";

export const metadata: Metadata = { title: "Queues" };

export default async function QueuesPage() {
  const ctx = await requireContext("review_settings:read");
  const queues = await listReviewQueues(ctx);
  return (
    <SettingsFrame
      ctx={ctx}
      title="Queues"
      description="Where items wait. The first queue that fits takes an item; one must take everything."
      actions={
        <LinkOrReason variant="primary" href={paths.newQueue()} disabledReason={whyNot(ctx, "review_settings:write")}>
          Add a queue
        </LinkOrReason>
      }
    >
      <QueuesTable
        rows={queues.map(({ id, escalation, ...queue }) => ({
          ...queue,
          queueId: id,
          href: paths.queue(id),
          escalation: escalation.map(({ name, isActive }) => (isActive ? name : `${name} (not active)`)),
        }))}
      />
    </SettingsFrame>
  );
}
