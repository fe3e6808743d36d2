import { paths } from "@/app/(console)/paths";
import type { DatasetsTableRow } from "@/components/data/datasets-table";
import type { DatasetListRow } from "@/lib/catalog/list-datasets";

export function toDatasetRow(row: DatasetListRow): DatasetsTableRow {
  return { ...row, href: paths.dataset(row.id), place: `${row.schemaName}.${row.tableName}` };
}
