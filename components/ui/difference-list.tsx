import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type Difference = {
  key: string;
  label: ReactNode;
  /** Nothing: it did not exist. */
  before?: ReactNode;
  /** Nothing: it is gone. */
  after?: ReactNode;
  /** Whether it lets more out or less, for scopes; a word stands beside it. */
  direction?: "wider" | "narrower" | undefined;
};

/** What changed between two versions: before, an arrow, after. */
export function DifferenceList({
  items,
  emptyText = "Nothing changed.",
  className,
}: {
  items: readonly Difference[];
  emptyText?: string | undefined;
  className?: string | undefined;
}) {
  if (items.length === 0) return <p className="text-ink-muted">{emptyText}</p>;
  return (
    <ul className={cn("@container divide-y divide-line rounded-lg border border-line bg-surface", className)}>
      {items.map((item) => (
        <li
          key={item.key}
          className="grid items-center gap-x-4 gap-y-1 px-3 py-2 @md:grid-cols-[minmax(0,2fr)_minmax(0,5fr)_auto]"
        >
          <span className="min-w-0 truncate font-medium">{item.label}</span>
          <span className="flex min-w-0 flex-wrap items-center gap-2">
            <Side word="Before" value={item.before} isPast />
            <ArrowRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
            <Side word="After" value={item.after} />
          </span>
          {item.direction !== undefined && (
            <span
              className={cn("font-medium text-xs", item.direction === "wider" ? "text-masked-ink" : "text-clear-ink")}
            >
              {item.direction === "wider" ? "Lets more out" : "Lets less out"}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Side({ word, value, isPast = false }: { word: string; value: ReactNode; isPast?: boolean }) {
  const isNothing = value === undefined || value === null || value === "";
  const Tag = isPast ? "del" : "ins";
  return (
    <Tag className={cn("min-w-0 break-words no-underline", isPast && "text-ink-muted")}>
      <span className="sr-only">{word}: </span>
      {isNothing ? <span className="text-ink-faint">nothing</span> : value}
    </Tag>
  );
}
