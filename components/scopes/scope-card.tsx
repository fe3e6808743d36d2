import { CalendarClock, FolderLock, ListFilter, Rows3 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { InlineCode } from "@/components/ui/code-block";
import { OutcomeMark, TreatmentMark } from "@/components/ui/outcome-mark";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Treatment } from "@/lib/kernel/vocabulary";

export type ScopeCardField = { name: string; treatment: Treatment };

const WITHHELD_SHOWN_MAX = 12;

/** One scope as a card: what it shows and how, what it withholds, for which purposes and until when. */
export function ScopeCard({
  title,
  href,
  badge,
  purposes,
  fields,
  withheld,
  boundCount,
  requiresCase,
  rowsPerRequestMax,
  expiresAt,
  headingLevel = 3,
}: {
  title: string;
  href: string;
  badge?: ReactNode;
  purposes: readonly string[];
  fields: readonly ScopeCardField[];
  /** The dataset's other fields. */
  withheld: readonly string[];
  boundCount: number;
  requiresCase: boolean;
  rowsPerRequestMax: number;
  expiresAt: Date;
  headingLevel?: 2 | 3 | undefined;
}) {
  const Heading = `h${headingLevel}` as const;
  const rest = withheld.length - WITHHELD_SHOWN_MAX;
  return (
    <article className="min-w-0 rounded-xl border border-line bg-surface shadow-xs">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-3">
        <Heading className="min-w-0 flex-1 truncate font-medium">
          <Link href={href} className="rounded-sm underline-offset-2 hover:underline">
            {title}
          </Link>
        </Heading>
        {badge}
        {purposes.map((purpose) => (
          <InlineCode key={purpose} className="text-xs">
            {purpose}
          </InlineCode>
        ))}
      </header>
      <ul className="grid gap-x-6 px-4 py-2 sm:grid-cols-2">
        {fields.map((field) => (
          <li key={field.name} className="flex items-center gap-3 py-1">
            <span className="min-w-0 flex-1 truncate font-mono text-sm">{field.name}</span>
            <TreatmentMark treatment={field.treatment} />
          </li>
        ))}
        {withheld.slice(0, WITHHELD_SHOWN_MAX).map((name) => (
          <li key={name} className="flex items-center gap-3 py-1">
            <span className="min-w-0 flex-1 truncate font-mono text-ink-muted text-sm">{name}</span>
            <OutcomeMark outcome="withheld" />
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="px-4 pb-2 text-ink-muted text-sm">and {rest} more withheld</p>}
      <footer className="flex flex-wrap gap-x-4 gap-y-1 border-line border-t px-4 py-2 text-ink-muted text-sm [&_svg]:size-3.5">
        <span className="inline-flex items-center gap-1.5">
          <CalendarClock aria-hidden /> Ends <RelativeTime at={expiresAt} />
        </span>
        <span className="inline-flex items-center gap-1.5">
          <Rows3 aria-hidden /> {rowsPerRequestMax.toLocaleString("en-GB")} rows a request
        </span>
        <span className="inline-flex items-center gap-1.5">
          <ListFilter aria-hidden />{" "}
          {boundCount === 0 ? "All rows" : `${boundCount} row ${boundCount === 1 ? "bound" : "bounds"}`}
        </span>
        {requiresCase && (
          <Badge icon={<FolderLock aria-hidden />} tone="neutral">
            Only within a case
          </Badge>
        )}
      </footer>
    </article>
  );
}
