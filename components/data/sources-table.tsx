"use client";

import { DatabaseZap } from "lucide-react";
import { type SourceState, SourceStatus } from "@/components/data/source-status";
import { DataTable } from "@/components/table/data-table";
import { columnsFor } from "@/components/table/table-features";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";

export type SourcesTableRow = {
  id: string;
  href: string;
  name: string;
  /** Host, port and database. */
  place: string;
  state: SourceState;
  testedAt: string | null;
  datasetCount: number;
  discoveredAt: Date | null;
};

const column = columnsFor<SourcesTableRow>();
const columns = column.columns([
  column.accessor("name", { header: "Source", meta: { isPrimary: true } }),
  column.accessor("place", {
    header: "Database",
    cell: ({ getValue }) => <span className="font-mono text-sm">{getValue()}</span>,
  }),
  column.accessor("state", {
    header: "Status",
    cell: ({ row }) => <SourceStatus state={row.original.state} checkedAt={row.original.testedAt} />,
  }),
  column.accessor("datasetCount", { header: "Datasets", meta: { align: "end" } }),
  column.accessor("discoveredAt", {
    header: "Discovered",
    cell: ({ getValue }) => {
      const at = getValue();
      return at === null ? <span className="text-ink-muted">Never</span> : <RelativeTime at={at} />;
    },
  }),
]);

/** The connected databases, by name. */
export function SourcesTable({ rows, connectHref }: { rows: readonly SourcesTableRow[]; connectHref: string | null }) {
  return (
    <DataTable
      caption="Sources"
      isPlain
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => row.name}
      rowHref={(row) => row.href}
      empty={
        <EmptyState
          icon={<DatabaseZap />}
          title="No source yet"
          actions={
            connectHref !== null && (
              <ButtonLink variant="primary" href={connectHref}>
                Connect a source
              </ButtonLink>
            )
          }
        >
          A source is a database that agents read through Gatehouse. A user that may only read is enough and safer.
        </EmptyState>
      }
    />
  );
}
