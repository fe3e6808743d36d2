import Link from "next/link";
import { DueClock } from "@/components/reviews/due-clock";
import { ItemState } from "@/components/reviews/item-state";
import { KindMark } from "@/components/reviews/kind-mark";
import { toEffectWords } from "@/components/reviews/review-words";
import { RelativeTime } from "@/components/ui/relative-time";
import { isWaiting } from "@/lib/kernel/review-state";
import type { HeldItemRow } from "@/lib/reviews/list-held-items";

/** A few held items, one a line, each leading to the inbox. */
export function RecentItems({
  rows,
  emptyText,
  withAgent = false,
}: {
  rows: readonly (HeldItemRow & { href: string })[];
  emptyText: string;
  withAgent?: boolean | undefined;
}) {
  if (rows.length === 0) return <p className="p-4 text-ink-muted">{emptyText}</p>;
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li
          key={row.id}
          className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm hover:bg-hover"
        >
          <KindMark kind={row.kind} />
          <Link href={row.href} className="after:absolute after:inset-0">
            {toEffectWords(row)}
          </Link>
          {withAgent && <span className="text-ink-muted">{row.agent.name}</span>}
          <span className="ms-auto inline-flex items-center gap-3">
            {isWaiting(row.state) ? (
              <DueClock dueAt={row.dueAt} />
            ) : (
              <ItemState state={row.state} verdict={row.verdict} />
            )}
            <RelativeTime at={row.createdAt} form="short" className="text-ink-muted" />
          </span>
        </li>
      ))}
    </ul>
  );
}
