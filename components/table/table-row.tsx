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
  row: "@max-2xl/table:relative @max-2xl/table:block @max-2xl/table:py-3 @max-2xl/table:px-4",
  cell: "@max-2xl/table:flex @max-2xl/table:h-auto @max-2xl/table:items-baseline @max-2xl/table:gap-4 @max-2xl/table:border-0 @max-2xl/table:px-0 @max-2xl/table:py-0.5 @max-2xl/table:whitespace-normal @max-2xl/table:text-start",
  labelled:
    "@max-2xl/table:before:w-28 @max-2xl/table:before:shrink-0 @max-2xl/table:before:text-ink-muted @max-2xl/table:before:content-[attr(data-label)]",
  primary: "@max-2xl/table:font-medium @max-2xl/table:pe-8",
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
        "not-last:[&>td]:border-line not-last:[&>td]:border-b @max-2xl/table:not-last:border-line @max-2xl/table:not-last:border-b",
        href !== undefined && "cursor-pointer",
        row.getIsSelected() && "bg-accent-soft hover:bg-accent-soft",
        isOpen && "bg-active hover:bg-active",
        isCards && CARD.row,
      )}
    >
      {isSelectable && (
        <td
          role="cell"
          className={cn("w-10 ps-4", isCards && "@max-2xl/table:absolute @max-2xl/table:end-4 @max-2xl/table:top-4 @max-2xl/table:w-auto")}
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
