"use client";

import { UserCheck } from "lucide-react";
import { DataTable } from "@/components/table/data-table";
import { columnsFor } from "@/components/table/table-features";
import { Badge, type Tone } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { toWideningTitle, WIDENING_STATE_WORDS } from "@/components/widenings/widening-titles";
import type { WideningState } from "@/lib/kernel/widening-state";
import type { WideningRow } from "@/lib/scopes/list-widenings";

export type WideningsTableRow = WideningRow & { href: string };

const TONES: Record<WideningState, Tone> = {
  waiting: "warn",
  approved: "good",
  rejected: "danger",
  withdrawn: "neutral",
};

const column = columnsFor<WideningsTableRow>();
const columns = column.columns([
  column.accessor("note", {
    header: "Widening",
    meta: { isPrimary: true, className: "whitespace-normal py-2" },
    cell: ({ row }) => (
      <>
        <span className="block">{toWideningTitle(row.original)}</span>
        <span className="block max-w-prose font-normal text-ink-muted text-sm">{row.original.note}</span>
      </>
    ),
  }),
  column.accessor("state", {
    header: "State",
    cell: ({ getValue }) => <Badge tone={TONES[getValue()]}>{WIDENING_STATE_WORDS[getValue()]}</Badge>,
  }),
  column.accessor("proposedBy", {
    header: "Proposed by",
    cell: ({ row }) => (row.original.isOwn ? "you" : row.original.proposedBy),
  }),
  column.accessor("createdAt", { header: "Proposed", cell: ({ getValue }) => <RelativeTime at={getValue()} /> }),
  column.accessor("decidedBy", { header: "Decided by", cell: ({ getValue }) => getValue() ?? "" }),
]);

/** What waits for a second person, or was decided. */
export function WideningsTable({
  rows,
  next,
  view,
}: {
  rows: readonly WideningsTableRow[];
  next: string | null;
  view: "waiting" | "decided";
}) {
  return (
    <DataTable
      caption={view === "waiting" ? "Waiting widenings" : "Decided widenings"}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={toWideningTitle}
      rowHref={(row) => row.href}
      page={{ next, previous: null }}
      pageSizes={[50]}
      empty={
        <EmptyState icon={<UserCheck />} title={view === "waiting" ? "Nothing waits" : "Nothing was decided yet"}>
          While the two-person rule is on, what lets an agent see more stands here until another person agrees.
        </EmptyState>
      }
    />
  );
}
