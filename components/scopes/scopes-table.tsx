"use client";

import { Grid3x3 } from "lucide-react";
import { ScopeStatusBadge } from "@/components/scopes/scope-status-badge";
import { DataTable } from "@/components/table/data-table";
import type { FilterSpec } from "@/components/table/filter-spec";
import { columnsFor } from "@/components/table/table-features";
import { ButtonLink } from "@/components/ui/button-link";
import { InlineCode } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import { OutcomeMark } from "@/components/ui/outcome-mark";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ScopeStatus } from "@/lib/scopes/list-scopes";

export type ScopesTableRow = {
  id: string;
  href: string;
  agentName: string;
  datasetName: string;
  version: number;
  status: ScopeStatus;
  purposes: readonly string[];
  clearCount: number;
  maskedCount: number;
  rowsPerRequestMax: number;
  boundCount: number;
  expiresAt: Date;
};

const column = columnsFor<ScopesTableRow>();
const columns = column.columns([
  column.accessor("agentName", {
    header: "Scope",
    meta: { isPrimary: true },
    cell: ({ row }) => (
      <span className="block max-w-72 truncate">
        {row.original.agentName} <span className="text-ink-muted">on</span> {row.original.datasetName}
      </span>
    ),
  }),
  column.accessor("status", { header: "Status", cell: ({ getValue }) => <ScopeStatusBadge status={getValue()} /> }),
  column.accessor("clearCount", {
    header: "Shows",
    cell: ({ row }) => (
      <span className="inline-flex gap-2">
        {row.original.clearCount > 0 && <OutcomeMark outcome="clear" word={`${row.original.clearCount} clear`} />}
        {row.original.maskedCount > 0 && <OutcomeMark outcome="masked" word={`${row.original.maskedCount} masked`} />}
      </span>
    ),
  }),
  column.accessor("purposes", {
    header: "Purposes",
    cell: ({ getValue }) => (
      <span className="inline-flex max-w-72 flex-wrap gap-1">
        {getValue().map((purpose) => (
          <InlineCode key={purpose} className="text-xs">
            {purpose}
          </InlineCode>
        ))}
      </span>
    ),
  }),
  column.accessor("boundCount", {
    header: "Rows",
    cell: ({ row }) => {
      const { boundCount, rowsPerRequestMax } = row.original;
      return `${boundCount === 0 ? "All" : `${boundCount} bound${boundCount === 1 ? "" : "s"}`}, ${rowsPerRequestMax} a request`;
    },
  }),
  column.accessor("version", { header: "Version", meta: { align: "end" } }),
  column.accessor("expiresAt", { header: "Ends", cell: ({ getValue }) => <RelativeTime at={getValue()} /> }),
]);

type Choice = { id: string; name: string };

/** Every scope, newest first. */
export function ScopesTable({
  rows,
  next,
  agents,
  datasets,
  newHref,
}: {
  rows: readonly ScopesTableRow[];
  next: string | null;
  agents: readonly Choice[];
  datasets: readonly Choice[];
  newHref: string | null;
}) {
  const toOptions = (choices: readonly Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }));
  const filters: readonly FilterSpec[] = [
    {
      kind: "choice",
      key: "status",
      label: "Status",
      isSingle: true,
      options: [
        { value: "live", label: "Live" },
        { value: "expired", label: "Expired" },
        { value: "revoked", label: "Revoked" },
      ],
    },
    { kind: "choice", key: "agent", label: "Agent", isSingle: true, options: toOptions(agents) },
    { kind: "choice", key: "dataset", label: "Dataset", isSingle: true, options: toOptions(datasets) },
  ];
  return (
    <DataTable
      caption="Scopes"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => `${row.agentName} on ${row.datasetName}`}
      rowHref={(row) => row.href}
      filters={filters}
      page={{ next, previous: null }}
      pageSizes={[50]}
      empty={
        <EmptyState
          icon={<Grid3x3 />}
          title="No scope yet"
          actions={
            newHref !== null && (
              <ButtonLink variant="primary" href={newHref}>
                Grant a scope
              </ButtonLink>
            )
          }
        >
          A scope lets one agent read a few fields of one dataset for a purpose, until a date. Without one, everything
          is withheld.
        </EmptyState>
      }
    />
  );
}
