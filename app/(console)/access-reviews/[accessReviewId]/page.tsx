import type { Metadata } from "next";
import { toChoices } from "@/app/(console)/access-reviews/[accessReviewId]/item-choices";
import { decideAccessItemAction, handOverAccessItemAction } from "@/app/(console)/access-reviews/actions";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext, type SignedInContext } from "@/app/session";
import { ACCESS_KIND_WORDS, ACCESS_OUTCOME_WORDS, toFlagWords } from "@/components/access-reviews/access-review-words";
import { ItemDecisions } from "@/components/access-reviews/item-decisions";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { type AccessItemRow, getAccessReview } from "@/lib/access-reviews/get-access-review";
import { isPermitted } from "@/lib/identity/authorize";
import { accessItemCan } from "@/lib/kernel/access-item-state";
import { listPersonChoices } from "@/lib/people/list-person-choices";

export const metadata: Metadata = { title: "Access review" };

type Choice = { value: string; label: string };

function toHandOverReason(ctx: SignedInContext, item: AccessItemRow): string | null {
  const permit = accessItemCan("hand_over", item.facts);
  return permit.ok ? whyNot(ctx, "access_review:decide") : permit.why;
}

function Item({ ctx, item, people }: { ctx: SignedInContext; item: AccessItemRow; people: readonly Choice[] }) {
  const { id, label, flags, asked, outcome, note, decidedBy, decidedAt, facts } = item;
  const role = whyNot(ctx, "access_review:decide");
  return (
    <li className="space-y-2 px-3 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-ink-muted text-sm">{ACCESS_KIND_WORDS[facts.kind]}</span>
        <span className="min-w-0 flex-1 font-medium">{label}</span>
        {flags.map((flag) => (
          <Badge key={flag} tone="warn">
            {toFlagWords(flag)}
          </Badge>
        ))}
      </p>
      {outcome === null ? (
        <>
          <p className="text-ink-muted text-sm">{asked === null ? "Asked: whoever may decide" : `Asked: ${asked}`}</p>
          <ItemDecisions
            label={label}
            itemId={id}
            choices={toChoices(item).map((choice) => ({ ...choice, disabledReason: role ?? choice.disabledReason }))}
            decide={decideAccessItemAction}
            handOver={handOverAccessItemAction}
            handOverReason={toHandOverReason(ctx, item)}
            people={people}
          />
        </>
      ) : (
        <p className="text-ink-muted text-sm">
          {ACCESS_OUTCOME_WORDS[outcome]}
          {decidedBy !== null && ` by ${decidedBy}`}
          {decidedAt !== null && (
            <>
              , <RelativeTime at={decidedAt} />
            </>
          )}
          {note !== null && `: ${note}`}
        </p>
      )}
    </li>
  );
}

export default async function AccessReviewPage({ params }: { params: Promise<{ accessReviewId: string }> }) {
  const ctx = await requireContext("access_review:read");
  const review = await foundOr404(getAccessReview(ctx, (await params).accessReviewId));
  const choices = isPermitted(ctx.actor, "person:choose") ? await listPersonChoices(ctx) : [];
  const people = choices.map(({ id, name }) => ({ value: id, label: name }));
  const open = review.items.filter(({ outcome }) => outcome === null).length;
  return (
    <>
      <PageHeader
        title={review.name}
        meta={
          <Badge tone={review.endedAt === null ? "warn" : "neutral"}>
            {review.endedAt === null ? "Open" : "Ended"}
          </Badge>
        }
        description={`${review.items.length - open} of ${review.items.length} decided. Started by ${review.startedBy}.`}
        breadcrumbs={[{ label: "Access reviews", href: paths.accessReviews() }, { label: review.name }]}
      />
      <p className="mb-4 text-ink-muted">
        Due <RelativeTime at={review.dueAt} />. What nobody answered by then is suspended, not kept.
      </p>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {review.items.map((item) => (
          <Item key={item.id} ctx={ctx} item={item} people={people} />
        ))}
      </ul>
    </>
  );
}
