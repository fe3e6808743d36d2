"use client";

import { CircleCheck } from "lucide-react";
import type { FormAction } from "@/components/form/form-state";
import { ALERT_HELP } from "@/components/reviews/review-words";
import { DataTable } from "@/components/table/data-table";
import { columnsFor } from "@/components/table/table-features";
import type { TablePage } from "@/components/table/table-pager";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { AlertRow } from "@/lib/notices/list-alerts";

export type AlertTableRow = AlertRow & {
  title: string;
  /** The held item that it is about, where the viewer may open it. */
  itemHref: string | null;
  close: FormAction;
  closeReason: string | null;
};

const column = columnsFor<AlertTableRow>();
const columns = column.columns([
  column.accessor("title", {
    header: "Alert",
    meta: { isPrimary: true, className: "whitespace-normal py-2" },
    cell: ({ row }) => (
      <>
        <span className="block">{row.original.title}</span>
        <span className="block max-w-prose font-normal text-ink-muted text-sm">
          {row.original.note ?? ALERT_HELP[row.original.topic]}
        </span>
      </>
    ),
  }),
  column.accessor("raisedAt", {
    header: "Raised",
    cell: ({ getValue }) => <RelativeTime at={getValue()} className="text-ink-muted text-sm" />,
  }),
  column.accessor("itemHref", {
    header: "Held item",
    cell: ({ getValue }) => {
      const href = getValue();
      return href === null ? null : <TextLink href={href}>Open it</TextLink>;
    },
  }),
  column.display({
    id: "close",
    header: "Looked into",
    meta: { align: "end" },
    cell: ({ row: { original: alert } }) =>
      alert.closedAt === null ? (
        <ConfirmDialog
          title="Close the alert?"
          confirmLabel="Close it"
          tone="primary"
          action={alert.close}
          fields={{ alertId: alert.id }}
          reason="required"
          trigger={
            <Button size="sm" disabledReason={alert.closeReason}>
              Close
            </Button>
          }
        >
          <p>{alert.title}. Say what you found and what was done about it.</p>
        </ConfirmDialog>
      ) : (
        <span className="text-ink-muted text-sm">
          by {alert.closedBy?.name ?? "nobody"}, <RelativeTime at={alert.closedAt} form="short" />
        </span>
      ),
  }),
]);

/** What went wrong and waits for somebody to look into it, or was looked into. */
export function AlertsTable({
  rows,
  page,
  state,
}: {
  rows: readonly AlertTableRow[];
  page: TablePage;
  state: "open" | "closed";
}) {
  return (
    <DataTable
      caption={state === "open" ? "Open alerts" : "Closed alerts"}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => row.title}
      isPlain
      page={page}
      pageSizes={[50]}
      empty={
        <EmptyState icon={<CircleCheck />} title={state === "open" ? "No alert is open" : "No alert was closed yet"}>
          When something was approved and never done, or failed, it stands here until somebody looked into it.
        </EmptyState>
      }
    />
  );
}
