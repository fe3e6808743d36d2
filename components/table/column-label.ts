import type { Column, RowData } from "@tanstack/react-table";
import type { Features } from "@/components/table/table-features";

/** A column's name in words. */
export function columnLabel<Row extends RowData>(column: Column<Features, Row, unknown>): string {
  const { meta, header } = column.columnDef;
  return meta?.label ?? (typeof header === "string" ? header : column.id);
}
