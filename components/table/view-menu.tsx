"use client";

import type { Column, RowData } from "@tanstack/react-table";
import { SlidersHorizontal } from "lucide-react";
import { useDensity } from "@/components/shell/use-appearance";
import { columnLabel } from "@/components/table/column-label";
import type { Features } from "@/components/table/table-features";
import type { TableUrl } from "@/components/table/use-table-url";
import { parseDensity } from "@/components/shell/appearance";
import { Button } from "@/components/ui/button";
import { DropdownMenu, MenuCheck, MenuItem, MenuLabel, MenuRadios, MenuSeparator } from "@/components/ui/dropdown-menu";

/** How the table is shown: order, columns, density. Order and columns are in the URL, density is the person's for every table. */
export function ViewMenu<Row extends RowData>({
  columns,
  url,
  defaultSort,
}: {
  columns: readonly Column<Features, Row, unknown>[];
  url: TableUrl;
  defaultSort: string | undefined;
}) {
  const [density, setDensity] = useDensity();
  const sort = url.values("sort")[0] ?? defaultSort ?? "";
  const sortable = columns.filter((column) => column.columnDef.meta?.sort !== undefined);
  const hideable = columns.filter((column) => column.getCanHide() && !column.columnDef.meta?.isPrimary);
  const choose = (id: string, isShown: boolean) => {
    const shown = columns.filter((column) => (column.id === id ? isShown : column.getIsVisible()));
    url.go(url.hrefWith({ columns: shown.map((column) => column.id).join("~") }));
  };
  return (
    <DropdownMenu
      trigger={
        <Button size="md" icon={<SlidersHorizontal aria-hidden />}>
          View
        </Button>
      }
    >
      {sortable.length > 0 && (
        <>
          <MenuLabel>Sort by</MenuLabel>
          <MenuRadios
            label="Sort by"
            value={sort.replace(/^-/, "")}
            options={sortable.map((column) => ({ value: column.id, label: columnLabel(column) }))}
            onChange={(id) => url.go(url.hrefWith({ sort: sortOf(id, sortable) }))}
          />
          <MenuSeparator />
          <MenuRadios
            label="Direction"
            value={sort.startsWith("-") ? "desc" : "asc"}
            options={[
              { value: "asc", label: "Ascending" },
              { value: "desc", label: "Descending" },
            ]}
            onChange={(direction) =>
              url.go(url.hrefWith({ sort: (direction === "desc" ? "-" : "") + sort.replace(/^-/, "") }))
            }
          />
          <MenuSeparator />
        </>
      )}
      <MenuLabel>Columns</MenuLabel>
      {hideable.map((column) => (
        <MenuCheck key={column.id} isChecked={column.getIsVisible()} onChange={(isShown) => choose(column.id, isShown)}>
          {columnLabel(column)}
        </MenuCheck>
      ))}
      <MenuItem keepOpen onSelect={() => url.go(url.hrefWith({ columns: null }))}>
        Show the usual columns
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>Density</MenuLabel>
      <MenuRadios
        label="Density"
        value={density}
        options={[
          { value: "comfortable", label: "Comfortable" },
          { value: "compact", label: "Compact" },
        ]}
        onChange={(value) => setDensity(parseDensity(value))}
      />
    </DropdownMenu>
  );
}

function sortOf<Row extends RowData>(id: string, sortable: readonly Column<Features, Row, unknown>[]): string {
  const first = sortable.find((column) => column.id === id)?.columnDef.meta?.sort;
  return first === "desc" ? `-${id}` : id;
}
