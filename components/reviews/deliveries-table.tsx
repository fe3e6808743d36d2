"use client";

import { RotateCw, Send } from "lucide-react";
import { Form } from "@/components/form/form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { WEBHOOK_TOPIC_WORDS } from "@/components/reviews/review-words";
import { DataTable } from "@/components/table/data-table";
import type { FilterSpec } from "@/components/table/filter-spec";
import { columnsFor } from "@/components/table/table-features";
import type { TablePage } from "@/components/table/table-pager";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DeliveryRow } from "@/lib/notices/list-deliveries";

export type DeliveryTableRow = DeliveryRow & { redeliver: FormAction; redeliverReason: string | null };

const STATES = {
  waiting: { word: "Waiting", tone: "neutral" },
  delivered: { word: "Delivered", tone: "good" },
  failed: { word: "Given up", tone: "danger" },
} as const;

/** What the last try came to: "200", "503, bad status", "timeout". */
function toAnswerWords({ lastStatus, lastError }: DeliveryRow): string {
  return [lastStatus, lastError?.replaceAll("_", " ")].filter(Boolean).join(", ") || "Not tried yet";
}

const column = columnsFor<DeliveryTableRow>();
const columns = column.columns([
  column.accessor("topic", {
    header: "Topic",
    meta: { isPrimary: true },
    cell: ({ getValue }) => <code className="font-mono text-sm">{WEBHOOK_TOPIC_WORDS[getValue()].label}</code>,
  }),
  column.accessor("createdAt", {
    header: "Happened",
    cell: ({ getValue }) => <RelativeTime at={getValue()} className="text-ink-muted text-sm" />,
  }),
  column.accessor("state", {
    header: "State",
    cell: ({ getValue }) => <Badge tone={STATES[getValue()].tone}>{STATES[getValue()].word}</Badge>,
  }),
  column.accessor("lastStatus", {
    header: "Last answer",
    meta: { className: "text-sm" },
    cell: ({ row }) => toAnswerWords(row.original),
  }),
  column.accessor("attempts", { header: "Tries", meta: { align: "end" } }),
  column.accessor("dueAt", {
    header: "Next try",
    cell: ({ getValue }) => {
      const at = getValue();
      return at === null ? null : <RelativeTime at={at} className="text-ink-muted text-sm" />;
    },
  }),
  column.accessor("body", {
    header: "Sent text",
    meta: { isHiddenFirst: true, className: "max-w-md truncate" },
    cell: ({ getValue }) => <code className="font-mono text-xs">{getValue()}</code>,
  }),
  column.display({
    id: "again",
    header: () => <span className="sr-only">Send again</span>,
    meta: { label: "Send again", isBare: true, align: "end" },
    cell: ({ row }) => (
      <Form action={row.original.redeliver}>
        <input type="hidden" name="deliveryId" value={row.original.id} />
        <SubmitButton
          size="sm"
          variant="secondary"
          icon={<RotateCw aria-hidden />}
          pendingLabel="Asking…"
          disabledReason={row.original.redeliverReason}
        >
          Send again
        </SubmitButton>
      </Form>
    ),
  }),
]);

const filters: readonly FilterSpec[] = [
  {
    kind: "choice",
    key: "state",
    label: "State",
    isSingle: true,
    options: Object.entries(STATES).map(([value, { word }]) => ({ value, label: word })),
  },
];

/** What was sent to a webhook, newest first: ids, codes and times. */
export function DeliveriesTable({ rows, page }: { rows: readonly DeliveryTableRow[]; page: TablePage }) {
  return (
    <DataTable
      caption="Deliveries"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => WEBHOOK_TOPIC_WORDS[row.topic].label}
      filters={filters}
      page={page}
      pageSizes={[50]}
      empty={
        <EmptyState icon={<Send />} title="Nothing was sent yet">
          Each message, each try and its answer stand here.
        </EmptyState>
      }
    />
  );
}
