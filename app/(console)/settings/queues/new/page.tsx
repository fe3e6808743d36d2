import type { Metadata } from "next";
import { paths } from "@/app/(console)/paths";
import { saveQueueAction } from "@/app/(console)/settings/queues/actions";
import { listCallablePeople } from "@/app/(console)/settings/queues/list-callable-people";
import { requireContext } from "@/app/session";
import { QueueForm } from "@/components/reviews/queue-form";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Add a queue" };

export default async function NewQueuePage() {
  const ctx = await requireContext("review_settings:write");
  const people = await listCallablePeople(ctx, []);
  return (
    <>
      <PageHeader
        title="Add a queue"
        breadcrumbs={[
          { label: "Settings", href: paths.settings() },
          { label: "Queues", href: paths.queueSettings() },
          { label: "New" },
        ]}
      />
      <QueueForm
        action={saveQueueAction}
        people={people}
        submitLabel="Add the queue"
        disabledReason={null}
        cancelHref={paths.queueSettings()}
      />
    </>
  );
}
