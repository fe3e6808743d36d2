import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { removeQueueAction, saveQueueAction } from "@/app/(console)/settings/queues/actions";
import { listCallablePeople } from "@/app/(console)/settings/queues/list-callable-people";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { QueueForm } from "@/components/reviews/queue-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { PageHeader } from "@/components/ui/page-header";
import { listReviewQueues } from "@/lib/reviews/list-review-queues";

export const metadata: Metadata = { title: "Queue" };

export default async function QueuePage({ params }: { params: Promise<{ queueId: string }> }) {
  const ctx = await requireContext("review_settings:read");
  const { queueId } = await params;
  const queue = (await listReviewQueues(ctx)).find(({ id }) => id === queueId);
  if (queue === undefined) notFound();
  const people = await listCallablePeople(ctx, queue.escalation);
  const reason = whyNot(ctx, "review_settings:write");
  return (
    <>
      <PageHeader
        title={queue.name}
        breadcrumbs={[
          { label: "Settings", href: paths.settings() },
          { label: "Queues", href: paths.queueSettings() },
          { label: queue.name },
        ]}
        actions={
          <ConfirmDialog
            trigger={
              <Button variant="danger-quiet" disabledReason={reason}>
                Remove
              </Button>
            }
            title={`Remove ${queue.name}?`}
            confirmLabel="Remove the queue"
            action={removeQueueAction}
            fields={{ queueId: queue.id }}
          >
            <p>Its items go to the queue that takes everything. Their clocks go on.</p>
          </ConfirmDialog>
        }
      />
      <QueueForm
        action={saveQueueAction}
        people={people}
        values={{ ...queue, queueId: queue.id }}
        submitLabel="Save the queue"
        disabledReason={reason}
        cancelHref={paths.queueSettings()}
      />
    </>
  );
}
