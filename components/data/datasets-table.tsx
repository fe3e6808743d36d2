"use client";

import { Database } from "lucide-react";
import { CatalogStatusBadge } from "@/components/data/catalog-status-badge";
import { DataTable } from "@/components/table/data-table";
import type { FilterSpec } from "@/components/table/filter-spec";
import { columnsFor } from "@/components/table/table-features";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { CategoryMark } from "@/components/ui/category-mark";
import { RECORD_KIND_WORDS } from "@/components/ui/category-words";
import { EmptyState } from "@/components/ui/empty-state";
import { CATEGORIES, RECORD_KINDS, type Category, type RecordKind } from "@/lib/kernel/vocabulary";

export type DatasetsTableRow = {
  id: string;
  href: string;
  name: string;
  /** Schema and table as the source has them. */
  place: string;
  kind: "table" | "view";
  sourceName: string;
  recordKind: RecordKind;
  isRecordKindConfirmed: boolean;
  rowEstimate: number | null;
  status: "fresh" | "present" | "changed" | "vanished";
  fieldCount: number;
  unconfirmedCount: number;
  fieldsByCategory: { [C in Category]?: number };
};

const column = columnsFor<DatasetsTableRow>();
const columns = column.columns([
  column.accessor("name", {
    header: "Dataset",
    meta: { isPrimary: true },
    cell: ({ row }) => (
      <span className="block max-w-64 truncate">
        {row.original.name}
        <span className="block truncate font-normal text-ink-muted text-sm">
          {row.original.place}
          {row.original.kind === "view" && " (view)"}
        </span>
      </span>
    ),
  }),
  column.accessor("recordKind", {
    header: "Holds",
    cell: ({ row }) => (
      <span className="inline-flex items-center gap-2">
        {RECORD_KIND_WORDS[row.original.recordKind]}
        {!row.original.isRecordKindConfirmed && <Badge>Suggested</Badge>}
      </span>
    ),
  }),
  column.accessor("fieldsByCategory", {
    header: "Kinds of fields",
    cell: ({ getValue }) => {
      const counts = getValue();
      const shown = CATEGORIES.filter((category) => category !== "none" && (counts[category] ?? 0) > 0);
      return (
        <span className="inline-flex max-w-64 flex-wrap gap-1.5">
          {shown.length === 0 && <span className="text-ink-muted">None that is personal</span>}
          {shown.map((category) => (
            <CategoryMark key={category} category={category} form="icon" />
          ))}
        </span>
      );
    },
  }),
  column.accessor("fieldCount", { header: "Fields", meta: { align: "end" } }),
  column.accessor("unconfirmedCount", {
    header: "To confirm",
    meta: { align: "end" },
    cell: ({ getValue }) => (getValue() === 0 ? <span className="text-ink-muted">None</span> : getValue()),
  }),
  column.accessor("rowEstimate", {
    header: "Rows",
    meta: { align: "end" },
    cell: ({ getValue }) => {
      const rows = getValue();
      return rows === null ? <span className="text-ink-muted">Unknown</span> : `≈ ${rows.toLocaleString("en-GB")}`;
    },
  }),
  column.accessor("sourceName", { header: "Source" }),
  column.accessor("status", { header: "Status", cell: ({ getValue }) => <CatalogStatusBadge status={getValue()} /> }),
]);

/** What can be granted: the tables and views of every source. */
export function DatasetsTable({
  rows,
  next,
  sources,
  connectHref,
  isPlain = false,
}: {
  rows: readonly DatasetsTableRow[];
  next: string | null;
  sources: readonly { id: string; name: string }[];
  /** Null: this person may not connect a source. */
  connectHref: string | null;
  isPlain?: boolean | undefined;
}) {
  const filters: readonly FilterSpec[] = [
    {
      kind: "choice",
      key: "source",
      label: "Source",
      isSingle: true,
      options: sources.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: "choice",
      key: "kind",
      label: "Holds",
      isSingle: true,
      options: RECORD_KINDS.map((kind) => ({ value: kind, label: RECORD_KIND_WORDS[kind] })),
    },
    {
      kind: "choice",
      key: "status",
      label: "Status",
      isSingle: true,
      options: [
        { value: "fresh", label: "New" },
        { value: "present", label: "Looked at" },
        { value: "changed", label: "Changed" },
        { value: "vanished", label: "Vanished" },
      ],
    },
  ];
  return (
    <DataTable
      caption="Datasets"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowLabel={(row) => row.name}
      rowHref={(row) => row.href}
      {...(isPlain ? { isPlain } : { filters, searchLabel: "Search datasets and fields" })}
      page={{ next, previous: null }}
      pageSizes={[50]}
      empty={
        <EmptyState
          icon={<Database />}
          title="No dataset yet"
          actions={
            connectHref !== null && (
              <ButtonLink variant="primary" href={connectHref}>
                Connect a source
              </ButtonLink>
            )
          }
        >
          Connect a Postgres database and discover it: Gatehouse lists its tables and views and suggests what each
          column holds.
        </EmptyState>
      }
    />
  );
}
