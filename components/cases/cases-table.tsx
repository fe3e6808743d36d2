"use client";

import { FolderOpen } from "lucide-react";
import { DataTable } from "@/components/table/data-table";
import { columnsFor } from "@/components/table/table-features";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import type { CaseRow } from "@/lib/cases/list-cases";

const STATUS = {
  open: { word: "Open", tone: "good" },
  closed: { word: "Closed", tone: undefined },
  expired: { word: "Expired", tone: undefined },
} as const;

const column = columnsFor<CaseRow>();
const columns = column.columns([
  column.accessor("agent", { header: "Agent", meta: { isPrimary: true }, cell: ({ getValue }) => getValue().name }),
  column.accessor("dataset", { header: "Customer of", cell: ({ getValue }) => getValue().name }),
  column.accessor("status", {
    header: "State",
    cell: ({ getValue }) => {
      const { word, tone } = STATUS[getValue()];
      return <Badge tone={tone}>{word}</Badge>;
    },
  }),
  column.accessor("dispatcher", { header: "Opened by" }),
  column.accessor("openedAt", { header: "Opened", cell: ({ getValue }) => <RelativeTime at={getValue()} /> }),
  column.accessor("expiresAt", { header: "Ends", cell: ({ getValue }) => <RelativeTime at={getValue()} /> }),
]);

/** The last cases, newest first. Their customers stay sealed. */
export function CasesTable({ rows }: { rows: readonly CaseRow[] }) {
  return (
    <DataTable
      caption="Cases"
      isPlain
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => `${row.agent.name}, ${row.id.slice(-6)}`}
      empty={
        <EmptyState icon={<FolderOpen />} title="No case yet">
          A dispatcher opens one with POST /v1/cases and hands its token to the agent.
        </EmptyState>
      }
    />
  );
}
