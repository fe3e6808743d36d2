"use client";

import { FlexRender, type Row as TableRowModel, type RowData } from "@tanstack/react-table";
import Link from "next/link";
import type { MouseEvent } from "react";
import { columnLabel } from "@/components/table/column-label";
import type { Features } from "@/components/table/table-features";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";

/** How narrow tables look: `cards` one card a row, `scroll` sideways within the table's own region. */
export type NarrowLook = "cards" | "scroll";

/** Classes that lay a row out as a card while the table's container is narrow. */
const CARD = {
  row: "@lg/table:not-last:[&>td]:border-b @max-lg/table:not-last:border-line @max-lg/table:not-last:border-b @max-lg/table:relative @max-lg/table:block @max-lg/table:py-3 @max-lg/table:px-4",
  cell: "@max-lg/table:flex @max-lg/table:empty:hidden @max-lg/table:h-auto @max-lg/table:min-h-6 @max-lg/table:items-center @max-lg/table:gap-4 @max-lg/table:px-0 @max-lg/table:first:ps-0 @max-lg/table:py-0.5 @max-lg/table:whitespace-normal @max-lg/table:text-start",
  labelled:
    "@max-lg/table:before:w-28 @max-lg/table:before:shrink-0 @max-lg/table:before:text-ink-muted @max-lg/table:before:content-[attr(data-label)]",
  primary: "@max-lg/table:font-medium @max-lg/table:pe-8",
} as const;

export function TableRow<Row extends RowData>({
  row,
  href,
  label,
  isOpen,
  isTabbable,
  isSelectable,
  narrow,
  onOpen,
  onFocus,
}: {
  row: TableRowModel<Features, Row>;
  href: string | undefined;
  label: string;
  isOpen: boolean;
  isTabbable: boolean;
  isSelectable: boolean;
  narrow: NarrowLook;
  onOpen: (inNewTab: boolean) => void;
  onFocus: () => void;
}) {
  const isCards = narrow === "cards";
  const click = (event: MouseEvent) => {
    const isOnControl = event.target instanceof Element && event.target.closest("a,button,input,label,select,summary");
    if (href === undefined || isOnControl || window.getSelection()?.isCollapsed === false) return;
    onOpen(event.metaKey || event.ctrlKey);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the row is handled by the table, and its first cell holds a link.
    <tr
      role="row"
      data-row-id={row.id}
      tabIndex={isTabbable ? 0 : -1}
      onClick={click}
      onFocus={(event) => event.target === event.currentTarget && onFocus()}
      className={cn(
        "group/row scroll-mt-10 -outline-offset-2 hover:bg-hover",
        isCards ? CARD.row : "not-last:[&>td]:border-line not-last:[&>td]:border-b",
        href !== undefined && "cursor-pointer",
        row.getIsSelected() && "bg-accent-soft hover:bg-accent-soft",
        isOpen && "bg-active hover:bg-active",
      )}
    >
      {isSelectable && (
        <td
          role="cell"
          className={cn(
            "w-10 ps-4",
            isCards && "@max-lg/table:absolute @max-lg/table:end-4 @max-lg/table:top-4 @max-lg/table:w-auto",
          )}
        >
          <Checkbox
            aria-label={`Choose ${label}`}
            checked={row.getIsSelected()}
            onChange={row.getToggleSelectedHandler()}
            className="flex"
          />
        </td>
      )}
      {row.getVisibleCells().map((cell) => {
        const look = cell.column.columnDef.meta;
        const content = <FlexRender cell={cell} />;
        return (
          <td
            key={cell.id}
            role="cell"
            data-label={columnLabel(cell.column)}
            className={cn(
              "h-11 whitespace-nowrap px-3 py-1.5 first:ps-4 last:pe-4 compact:h-8 compact:py-0.5",
              look?.align === "end" && "text-end tabular-nums",
              look?.className,
              isCards && CARD.cell,
              isCards && (look?.isPrimary ? CARD.primary : look?.isBare ? "" : CARD.labelled),
            )}
          >
            {look?.isPrimary && href !== undefined ? (
              <Link
                href={href}
                scroll={false}
                prefetch={false}
                tabIndex={-1}
                aria-current={isOpen ? "true" : undefined}
                className="font-medium underline-offset-2 group-hover/row:underline"
              >
                {content}
              </Link>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
}
