"use client";

import { type Header, type RowData } from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { columnLabel } from "@/components/table/column-label";
import type { Features } from "@/components/table/table-features";
import { TableLink } from "@/components/table/table-link";
import { parseSort } from "@/components/table/table-query";
import type { TableUrl } from "@/components/table/use-table-url";
import { cn } from "@/components/ui/cn";

/** A column's header: its name, and where it sorts, a link to the table in the next order. */
export function TableHeader<Row extends RowData>({
  header,
  url,
  defaultSort,
  children,
}: {
  header: Header<Features, Row, unknown>;
  url: TableUrl;
  defaultSort: string | undefined;
  children: ReactNode;
}) {
  const { id } = header.column;
  const look = header.column.columnDef.meta;
  const active = parseSort(url.values("sort")[0] ?? defaultSort, [id]);
  const isEnd = look?.align === "end";
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={active === null ? undefined : active.direction === "asc" ? "ascending" : "descending"}
      className={cn(
        "sticky top-0 z-10 h-9 border-line border-b bg-canvas px-3 font-medium text-ink-muted text-xs first:ps-4 last:pe-4",
        isEnd ? "text-end" : "text-start",
        look?.className,
      )}
    >
      {look?.sort === undefined ? (
        children
      ) : (
        <TableLink
          url={url}
          href={url.hrefWith({ sort: nextSort(id, active?.direction, look.sort) })}
          title={`Sort by ${columnLabel(header.column).toLowerCase()}`}
          className={cn(
            "group/sort -mx-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 hover:text-ink",
            active && "text-ink",
            isEnd && "flex-row-reverse",
          )}
        >
          {children}
          <SortIcon direction={active?.direction} />
        </TableLink>
      )}
    </th>
  );
}

function SortIcon({ direction }: { direction: "asc" | "desc" | undefined }) {
  if (direction === "asc") return <ArrowUp aria-hidden className="size-3.5" />;
  if (direction === "desc") return <ArrowDown aria-hidden className="size-3.5" />;
  return (
    <ArrowUpDown
      aria-hidden
      className="size-3.5 text-ink-faint opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100"
    />
  );
}

/** First the column's own direction, then the other, and so on. */
function nextSort(id: string, current: "asc" | "desc" | undefined, first: "asc" | "desc"): string {
  const next = current === undefined ? first : current === "asc" ? "desc" : "asc";
  return next === "asc" ? id : `-${id}`;
}
