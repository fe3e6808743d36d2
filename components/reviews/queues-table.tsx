"use client";

import { Inbox } from "lucide-react";
import type { QueueValues } from "@/components/reviews/queue-form";
import { KIND_WORDS, toLanguageWord, toMoneyWords } from "@/components/reviews/review-words";
import { DataTable } from "@/components/table/data-table";
import { columnsFor } from "@/components/table/table-features";
import { EmptyState } from "@/components/ui/empty-state";

export type QueueRow = QueueValues & { href: string; escalation: readonly string[] };

const column = columnsFor<QueueRow>();
const columns = column.columns([
  column.accessor("name", { header: "Queue", meta: { isPrimary: true } }),
  column.accessor("position", { header: "Place", meta: { align: "end" } }),
  column.accessor("kinds", {
    header: "Kinds",
    meta: { className: "text-sm" },
    cell: ({ getValue }) => {
      const kinds = getValue();
      return kinds.length === 0 ? "Every kind" : kinds.map((kind) => KIND_WORDS[kind].word).join(", ");
    },
  }),
  column.accessor("languages", {
    header: "Languages",
    meta: { className: "text-sm" },
    cell: ({ getValue }) => {
      const languages = getValue();
      return languages.length === 0 ? "Every language" : languages.map(toLanguageWord).join(", ");
    },
  }),
  column.accessor("amountMin", {
    header: "From",
    meta: { align: "end" },
    cell: ({ row }) => toMoneyWords(row.original.amountMin, row.original.currency) ?? "Any amount",
  }),
  column.accessor("escalation", {
    header: "Called when nobody decides",
    meta: { className: "max-w-72 truncate text-sm" },
    cell: ({ getValue }) => getValue().join(", then ") || "Nobody",
  }),
]);

/** Where items wait, in the order in which a queue is looked for. */
export function QueuesTable({ rows }: { rows: readonly QueueRow[] }) {
  return (
    <DataTable
      caption="Queues"
      columns={columns}
      rows={rows}
      rowId={(row) => row.queueId}
      rowLabel={(row) => row.name}
      rowHref={(row) => row.href}
      isPlain
      empty={
        <EmptyState icon={<Inbox />} title="No queue yet">
          A queue is where items wait: by kind, language or amount.
        </EmptyState>
      }
    />
  );
}
