import {
  columnVisibilityFeature,
  createColumnHelper,
  type RowData,
  rowSelectionFeature,
  type TableOptions,
  tableFeatures,
} from "@tanstack/react-table";

/** What a column tells the table about its looks: `meta` of a column definition. */
export type ColumnLook = {
  /** Its name in the column chooser and on cards, where `header` is not plain text. */
  label?: string;
  /** Numbers and amounts stand at the end. */
  align?: "end";
  /** Its header sorts; the column's id is what the server gets. `desc` starts with the newest or largest. */
  sort?: "asc" | "desc";
  /** It names the row: it carries the row's link and heads the card. One per table. */
  isPrimary?: boolean;
  /** Not shown until chosen. */
  isHiddenFirst?: boolean;
  /** On a card it stands without its label. */
  isBare?: boolean;
  /** Classes for the cells, mostly a width. */
  className?: string;
};

export const features = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  columnMeta: {} as ColumnLook,
});

export type Features = typeof features;
export type TableColumns<Row extends RowData> = TableOptions<Features, Row>["columns"];

/**
 * The column helper for a row type. At module scope:
 * `const column = columnsFor<AgentRow>(); const columns = column.columns([column.accessor("name", {...}), …])`.
 */
export function columnsFor<Row extends RowData>() {
  return createColumnHelper<Features, Row>();
}
