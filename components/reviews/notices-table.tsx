"use client";

import { Bell } from "lucide-react";
import { KIND_WORDS, NOTICE_WORDS, STATE_WORDS } from "@/components/reviews/review-words";
import { DataTable } from "@/components/table/data-table";
import { columnsFor } from "@/components/table/table-features";
import type { TablePage } from "@/components/table/table-pager";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { NoticeRow } from "@/lib/notices/list-notices";

export type NoticeTableRow = NoticeRow & {
  /** Where it leads: to its item, where it is about one that can be opened. */
  href: string;
};

const column = columnsFor<NoticeTableRow>();
const columns = column.columns([
  column.accessor("topic", {
    header: "Notice",
    meta: { isPrimary: true },
    cell: ({ row: { original: notice } }) => (
      <span className="inline-flex items-center gap-2">
        {notice.seenAt === null && (
          <span className="size-2 shrink-0 rounded-full bg-accent">
            <span className="sr-only">New: </span>
          </span>
        )}
        {NOTICE_WORDS[notice.topic]}
      </span>
    ),
  }),
  column.accessor((row) => row.vendor?.name ?? row.item?.agentName ?? "", { id: "about", header: "About" }),
  column.accessor((row) => (row.item === null ? "" : KIND_WORDS[row.item.kind].word), { id: "kind", header: "Kind" }),
  column.accessor((row) => row.item?.state, {
    id: "state",
    header: "It is now",
    cell: ({ getValue }) => {
      const state = getValue();
      return state === undefined ? null : <Badge>{STATE_WORDS[state]}</Badge>;
    },
  }),
  column.accessor("createdAt", {
    header: "Time",
    cell: ({ getValue }) => <RelativeTime at={getValue()} className="text-ink-muted text-sm" />,
  }),
]);

/** What a person was told, newest first. */
export function NoticesTable({ rows, page }: { rows: readonly NoticeTableRow[]; page: TablePage }) {
  return (
    <DataTable
      caption="Your notices"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => NOTICE_WORDS[row.topic]}
      rowHref={(row) => row.href}
      isPlain
      page={page}
      pageSizes={[50]}
      empty={
        <EmptyState icon={<Bell />} title="No notice yet">
          When an item waits for you, is due soon or is handed over to you, it is said here, and by mail if you like.
        </EmptyState>
      }
    />
  );
}
