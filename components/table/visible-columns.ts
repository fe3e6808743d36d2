import type { RowData } from "@tanstack/react-table";
import type { TableColumns } from "@/components/table/table-features";

/** Which columns are shown: those the URL lists ("name~state"), or else all that are not hidden first. The primary one always is. */
export function visibleColumns<Row extends RowData>(
  columns: TableColumns<Row>,
  listed: string | undefined,
): Record<string, boolean> {
  const chosen = listed === undefined ? null : listed.split("~");
  const visible: Record<string, boolean> = {};
  for (const column of columns) {
    const id = column.id ?? ("accessorKey" in column ? String(column.accessorKey).replaceAll(".", "_") : undefined);
    if (id === undefined || column.meta?.isPrimary) continue;
    visible[id] = chosen === null ? !column.meta?.isHiddenFirst : chosen.includes(id);
  }
  return visible;
}
