import type { Metadata } from "next";
import { startAccessReviewAction } from "@/app/(console)/access-reviews/actions";
import { paths } from "@/app/(console)/paths";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { StartReviewForm } from "@/components/access-reviews/start-review-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { type AccessReviewRow, listAccessReviews } from "@/lib/access-reviews/list-access-reviews";

export const metadata: Metadata = { title: "Access reviews" };

function ReviewLine({ review }: { review: AccessReviewRow }) {
  const { id, name, startedBy, dueAt, endedAt, items, open } = review;
  return (
    <li className="flex flex-wrap items-center gap-3 px-3 py-2">
      <TextLink href={paths.accessReview(id)} className="min-w-0 flex-1 font-medium">
        {name}
      </TextLink>
      <span className="text-ink-muted text-sm">
        {items - open} of {items} decided, started by {startedBy}, {endedAt === null ? "due" : "ended"}{" "}
        <RelativeTime at={endedAt ?? dueAt} />
      </span>
      <Badge tone={endedAt === null ? "warn" : "neutral"}>{endedAt === null ? "Open" : "Ended"}</Badge>
    </li>
  );
}

export default async function AccessReviewsPage() {
  const ctx = await requireContext("access_review:read");
  const reviews = await listAccessReviews(ctx);
  return (
    <>
      <PageHeader
        title="Access reviews"
        description="What is granted, gone through item by item until a date. What nobody answers is suspended, not kept."
        breadcrumbs={[{ label: "Access reviews" }]}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {reviews.length === 0 ? (
          <EmptyState title="No access review yet" className="rounded-xl border border-line bg-surface">
            One puts every agent, scope and role to the people who answer for it.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
            {reviews.map((review) => (
              <ReviewLine key={review.id} review={review} />
            ))}
          </ul>
        )}
        <Card title="Start one">
          <StartReviewForm action={startAccessReviewAction} disabledReason={whyNot(ctx, "access_review:start")} />
        </Card>
      </div>
    </>
  );
}
