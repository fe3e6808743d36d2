"use client";

import { Webhook } from "lucide-react";
import { DataTable } from "@/components/table/data-table";
import { columnsFor } from "@/components/table/table-features";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { WebhookEndpointRow } from "@/lib/notices/list-webhook-endpoints";

export type WebhookTableRow = WebhookEndpointRow & { href: string };

const column = columnsFor<WebhookTableRow>();
const columns = column.columns([
  column.accessor("name", { header: "Webhook", meta: { isPrimary: true } }),
  column.accessor("url", { header: "Address", meta: { className: "max-w-72 truncate text-sm" } }),
  column.accessor((row) => row.agent?.name ?? "Every agent", { id: "agent", header: "Agent" }),
  column.accessor("topics", {
    header: "Hears",
    meta: { align: "end" },
    cell: ({ getValue }) => (getValue().length === 1 ? "1 topic" : `${getValue().length} topics`),
  }),
  column.accessor("isEnabled", {
    header: "State",
    cell: ({ row }) => {
      if (!row.original.isEnabled) return <Badge>Off</Badge>;
      return row.original.failed > 0 ? <Badge tone="danger">Failing</Badge> : <Badge tone="good">On</Badge>;
    },
  }),
  column.accessor("waiting", { header: "Waiting", meta: { align: "end" } }),
  column.accessor("failed", { header: "Given up", meta: { align: "end" } }),
  column.accessor("lastDeliveredAt", {
    header: "Last delivered",
    cell: ({ getValue }) => {
      const at = getValue();
      return at === null ? <span className="text-ink-muted">Never</span> : <RelativeTime at={at} className="text-sm" />;
    },
  }),
]);

/** Where a POST goes when something happens. */
export function WebhooksTable({ rows }: { rows: readonly WebhookTableRow[] }) {
  return (
    <DataTable
      caption="Webhooks"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => row.name}
      rowHref={(row) => row.href}
      isPlain
      empty={
        <EmptyState icon={<Webhook />} title="No webhook yet">
          An agent can wait for its answer, or be told by a webhook. So can your ticket system.
        </EmptyState>
      }
    />
  );
}
