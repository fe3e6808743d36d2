"use client";

import { FlexRender, type RowData, type RowSelectionState, useTable } from "@tanstack/react-table";
import { Download, SearchX } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useId, useRef, useState } from "react";
import { BulkBar } from "@/components/table/bulk-bar";
import { FilterBar } from "@/components/table/filter-bar";
import type { FilterSpec } from "@/components/table/filter-spec";
import { features, type TableColumns } from "@/components/table/table-features";
import { TableHeader } from "@/components/table/table-head";
import { TableLink } from "@/components/table/table-link";
import { type TablePage, TablePager } from "@/components/table/table-pager";
import { type NarrowLook, TableRow } from "@/components/table/table-row";
import { useRowKeys } from "@/components/table/use-row-keys";
import { useTableUrl } from "@/components/table/use-table-url";
import { ViewMenu } from "@/components/table/view-menu";
import { visibleColumns } from "@/components/table/visible-columns";
import { buttonStyles } from "@/components/ui/button-styles";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";

export type DataTableProps<Row extends RowData> = {
  /** Names the table, for everyone who does not see the page around it. */
  caption: string;
  /** At module scope, from `columnsFor`. */
  columns: TableColumns<Row>;
  /** The rows of this page, in the order the server gave them. */
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** The row in words, for its checkbox. */
  rowLabel?: ((row: Row) => string) | undefined;
  /** Where a row leads: its page, or this page with the row opened beside (`?event=…`). */
  rowHref?: ((row: Row) => string) | undefined;
  openRowId?: string | null | undefined;
  /** The server's order while the URL has none: "-occurredAt". */
  defaultSort?: string | undefined;
  filters?: readonly FilterSpec[] | undefined;
  /** Adds a search box (`q` in the URL) with this label. */
  searchLabel?: string | undefined;
  page?: TablePage | undefined;
  pageSizes?: readonly number[] | undefined;
  /** The address of the export; the table's filters and order are added to it. */
  csvHref?: string | undefined;
  /** Stands at the end of the bar above the table. */
  actions?: ReactNode;
  /** Makes rows choosable. */
  bulkActions?: ((rowIds: string[], clear: () => void) => ReactNode) | undefined;
  /** There is nothing at all: an EmptyState that teaches the next step. */
  empty: ReactNode;
  /** The rows could not be had: an ErrorState. */
  error?: ReactNode;
  narrow?: NarrowLook | undefined;
  /** No bar above it and no column choice: a short list inside another page. */
  isPlain?: boolean | undefined;
  urlPrefix?: string | undefined;
  className?: string | undefined;
};

/** The one table of the console: rows paged by the server, its state in the URL, every row reachable by keyboard. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { columns, rows, rowId, rowHref, filters = [], narrow = "cards", urlPrefix = "" } = props;
  const url = useTableUrl(urlPrefix);
  const router = useRouter();
  const pathname = usePathname();
  const captionId = useId();
  const region = useRef<HTMLDivElement>(null);
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: rowId,
    state: { columnVisibility: visibleColumns(columns, url.values("columns")[0]), rowSelection },
    onRowSelectionChange: setRowSelection,
  });
  const tableRows = table.getRowModel().rows;
  const isSelectable = props.bulkActions !== undefined;
  const open = (row: Row, inNewTab: boolean) => {
    const href = rowHref?.(row);
    if (href === undefined) return;
    if (inNewTab) window.open(href, "_blank", "noopener");
    else if (href.startsWith("?") || href.startsWith(`${pathname}?`)) url.go(href);
    else router.push(href);
  };
  const keys = useRowKeys({
    scope: region,
    rowIds: tableRows.map((row) => row.id),
    onOpen: (id) => open(table.getRow(id).original, false),
    onToggle: isSelectable ? (id) => table.getRow(id).toggleSelected() : undefined,
  });
  const chosenIds = Object.keys(rowSelection);
  const isFiltered = url.values("q").length > 0 || filters.some((filter) => url.values(filter.key).length > 0);
  const place =
    props.error ?? (tableRows.length > 0 ? null : isFiltered ? <NoMatch url={url} filters={filters} /> : props.empty);
  const isBare = props.isPlain === true || (rows.length === 0 && !isFiltered);

  return (
    <div className={cn("min-w-0", props.className)}>
      {!isBare && (
        <div className="mb-3 flex flex-wrap items-start gap-2">
          <FilterBar url={url} filters={filters} searchLabel={props.searchLabel} />
          <div className="ms-auto flex flex-wrap items-center gap-2">
            <ViewMenu columns={table.getAllLeafColumns()} url={url} defaultSort={props.defaultSort} />
            {props.csvHref !== undefined && (
              <a href={props.csvHref + url.searchForExport()} download className={buttonStyles()}>
                <Download aria-hidden />
                CSV
              </a>
            )}
            {props.actions}
          </div>
        </div>
      )}
      <div className="relative overflow-hidden rounded-xl border border-line bg-surface shadow-xs">
        {url.isPending && <div aria-hidden className="absolute inset-x-0 top-0 z-20 h-0.5 animate-sweep bg-accent" />}
        {place === null ? (
          <div
            ref={region}
            data-table-keys
            role="region"
            aria-labelledby={captionId}
            aria-busy={url.isPending}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            tabIndex={0}
            onKeyDown={keys.onKeyDown}
            className={cn(
              "@container/table relative overflow-auto -outline-offset-2",
              narrow === "cards" ? "sm:max-h-[max(24rem,calc(100dvh-17rem))]" : "max-h-[max(24rem,calc(100dvh-17rem))]",
              url.isPending && "opacity-60 transition-opacity delay-150",
            )}
          >
            <table
              role="table"
              className={cn(
                "w-full border-separate border-spacing-0 text-base",
                narrow === "cards" && "@max-lg/table:block",
              )}
            >
              <caption id={captionId} className="sr-only">
                {props.caption}
              </caption>
              <thead role="rowgroup" className={cn(narrow === "cards" && "@max-lg/table:sr-only")}>
                {table.getHeaderGroups().map((group) => (
                  <tr key={group.id} role="row">
                    {isSelectable && (
                      <th
                        role="columnheader"
                        scope="col"
                        className="sticky top-0 z-10 w-10 border-line border-b bg-canvas ps-4"
                      >
                        <Checkbox
                          aria-label="Choose all rows of this page"
                          checked={table.getIsAllRowsSelected()}
                          isIndeterminate={table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected()}
                          onChange={table.getToggleAllRowsSelectedHandler()}
                          className="flex"
                        />
                      </th>
                    )}
                    {group.headers.map((header) => (
                      <TableHeader key={header.id} header={header} url={url} defaultSort={props.defaultSort}>
                        {header.isPlaceholder ? null : <FlexRender header={header} />}
                      </TableHeader>
                    ))}
                  </tr>
                ))}
              </thead>
              <tbody role="rowgroup" className={cn(narrow === "cards" && "@max-lg/table:block")}>
                {tableRows.map((row) => (
                  <TableRow
                    key={row.id}
                    row={row}
                    href={rowHref?.(row.original)}
                    label={props.rowLabel?.(row.original) ?? row.id}
                    isOpen={row.id === props.openRowId}
                    isTabbable={row.id === keys.tabbableId}
                    isSelectable={isSelectable}
                    narrow={narrow}
                    onOpen={(inNewTab) => open(row.original, inNewTab)}
                    onFocus={() => keys.onRowFocus(row.id)}
                  />
                ))}
              </tbody>
            </table>
          </div>
        ) : (
          place
        )}
        {props.page !== undefined && place === null && (
          <TablePager page={props.page} shown={tableRows.length} url={url} pageSizes={props.pageSizes} />
        )}
      </div>
      {props.bulkActions !== undefined && (
        <BulkBar count={chosenIds.length} onClear={() => setRowSelection({})}>
          {props.bulkActions(chosenIds, () => setRowSelection({}))}
        </BulkBar>
      )}
    </div>
  );
}

function NoMatch({ url, filters }: { url: ReturnType<typeof useTableUrl>; filters: readonly FilterSpec[] }) {
  const none = Object.fromEntries([["q", null], ...filters.map((filter) => [filter.key, null] as const)]);
  return (
    <EmptyState
      icon={<SearchX />}
      title="No row matches these filters"
      actions={
        <TableLink url={url} href={url.hrefWith(none)} className={buttonStyles()}>
          Clear the filters
        </TableLink>
      }
    >
      Take a filter away, or look further back in time.
    </EmptyState>
  );
}
