import { OutcomeMark } from "@/components/ui/outcome-mark";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { OUTCOMES, type Outcome } from "@/lib/kernel/vocabulary";
import type { HeldItemDetail } from "@/lib/reviews/get-held-item";

export type ShownRead = HeldItemDetail["reads"][number] & {
  /** Null: the viewer may not open the log. */
  href: string | null;
};

function toOutcome(word: string): Outcome {
  return OUTCOMES.find((each) => each === word) ?? "withheld";
}

/** What the agent had read before it drafted: which fields, and how each was shown to it. */
export function ReadsList({ reads }: { reads: readonly ShownRead[] }) {
  if (reads.length === 0) {
    return <p className="text-ink-muted text-sm">Nothing about this customer, and it named no read of its own.</p>;
  }
  return (
    <ul className="space-y-3">
      {reads.map((read) => (
        <li key={read.eventId} className="rounded-lg border border-line p-3">
          <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
            {read.href === null ? (
              <span className="font-medium">{read.dataset ?? "A dataset that is gone"}</span>
            ) : (
              <TextLink href={read.href}>{read.dataset ?? "A dataset that is gone"}</TextLink>
            )}
            <span className="text-ink-muted">
              {read.rowCount === 1 ? "1 row" : `${read.rowCount} rows`} for {read.purpose.replaceAll("_", " ")}
            </span>
            <RelativeTime at={read.at} form="short" className="ms-auto text-ink-muted" />
          </p>
          <ul className="mt-2 flex flex-wrap gap-x-3 gap-y-1">
            {Object.entries(read.fields).map(([field, outcome]) => (
              <li key={field} className="inline-flex items-center gap-1 text-sm">
                <OutcomeMark outcome={toOutcome(outcome)} form="icon" className="size-5" />
                {field}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
