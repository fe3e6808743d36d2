"use client";

import { Bot, type LucideIcon, UserRound } from "lucide-react";
import { type RefObject, useRef } from "react";
import type { FieldTreatment, Outcome } from "@/lib/kernel/vocabulary";
import { PreviewCellView } from "@/components/data/preview-cell";
import { cn } from "@/components/ui/cn";
import { TreatmentMark } from "@/components/ui/outcome-mark";

/** A field with how each side sees it. */
export type PreviewColumn = { name: string; agent: FieldTreatment; person: FieldTreatment };
/** A value as it may be shown; null is the database's own null. */
export type PreviewCell = { text: string | null; outcome: Outcome };
/** Cells in the order of the columns. */
export type PreviewRow = { id: string; agent: readonly PreviewCell[]; person: readonly PreviewCell[] };

type SideName = "agent" | "person";

/** The same rows twice, side by side: as the agent gets them, and as the viewer may see them. They scroll together. */
export function PreviewPair({
  agentName,
  columns,
  rows,
  isPending = false,
  className,
}: {
  agentName: string;
  columns: readonly PreviewColumn[];
  rows: readonly PreviewRow[];
  /** Newer rows are on their way. */
  isPending?: boolean | undefined;
  className?: string | undefined;
}) {
  const agent = useRef<HTMLDivElement>(null);
  const person = useRef<HTMLDivElement>(null);
  return (
    <div aria-busy={isPending} className={cn("@container", isPending && "opacity-60", className)}>
      <div className="grid gap-4 @3xl:grid-cols-2">
        <Side
          side="agent"
          icon={Bot}
          title={`As ${agentName} gets it`}
          columns={columns}
          rows={rows}
          scroller={agent}
          follower={person}
        />
        <Side
          side="person"
          icon={UserRound}
          title="As you may see it"
          columns={columns}
          rows={rows}
          scroller={person}
          follower={agent}
        />
      </div>
    </div>
  );
}

function Side({
  side,
  icon: Icon,
  title,
  columns,
  rows,
  scroller,
  follower,
}: {
  side: SideName;
  icon: LucideIcon;
  title: string;
  columns: readonly PreviewColumn[];
  rows: readonly PreviewRow[];
  scroller: RefObject<HTMLDivElement | null>;
  follower: RefObject<HTMLDivElement | null>;
}) {
  return (
    <section aria-label={title} className="min-w-0 overflow-hidden rounded-xl border border-line bg-surface shadow-xs">
      <h3 className="flex items-center gap-2 border-line border-b px-3 py-2 font-medium text-sm">
        <Icon aria-hidden className="size-4 text-ink-muted" />
        {title}
      </h3>
      <div
        ref={scroller}
        role="region"
        aria-label={`${title}: rows`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={(event) => {
          const { scrollLeft, scrollTop } = event.currentTarget;
          if (follower.current) Object.assign(follower.current, { scrollLeft, scrollTop });
        }}
        className="relative max-h-96 overflow-auto -outline-offset-2"
      >
        <table className="w-full border-separate border-spacing-0 text-sm">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.name}
                  scope="col"
                  className="sticky top-0 z-10 whitespace-nowrap border-line border-b bg-canvas px-3 py-1.5 text-start align-top font-normal"
                >
                  <span className="block font-mono text-ink text-xs">{column.name}</span>
                  <TreatmentMark treatment={column[side]} form="plain" className="text-2xs" />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="not-last:[&>td]:border-b hover:bg-hover">
                {columns.map((column, index) => (
                  <td key={column.name} className="h-9 max-w-64 whitespace-nowrap border-line px-3">
                    <PreviewCellView cell={row[side][index]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="px-3 py-10 text-center text-ink-muted">No row is within these bounds.</p>}
      </div>
    </section>
  );
}
