/** A table's state as its URL holds it. The page reads it for its query, DataTable for its looks. */
export type TableQuery = {
  /** Null: the table's own order. */
  sort: { column: string; direction: "asc" | "desc" } | null;
  /** The chosen values by filter key; a key without a choice is absent. */
  filters: Readonly<Record<string, readonly string[]>>;
  search: string;
  /** Opaque: what `page.next` or `page.previous` held. */
  cursor: { direction: "after" | "before"; value: string } | null;
  pageSize: number;
};

/** What a table lets through from its URL; everything else is dropped. */
export type TableSpec = {
  sortable?: readonly string[];
  filters?: readonly string[];
  pageSizes?: readonly number[];
  /** Where a page has several tables, each has its own. */
  urlPrefix?: string;
};

/** The longest filter value or cursor that is let through, in characters. */
const VALUE_LENGTH_MAX = 500;
export const PAGE_SIZES = [50, 100, 200] as const;

type Params = URLSearchParams | Record<string, string | string[] | undefined>;

/** Reads a page's `searchParams` (awaited) as a table's state. Never throws: what does not fit the spec is as if absent. */
export function parseTableQuery(params: Params, spec: TableSpec): TableQuery {
  const prefix = spec.urlPrefix ?? "";
  const all = (key: string) => valuesOf(params, prefix + key);
  const sizes = spec.pageSizes ?? PAGE_SIZES;
  const filters: Record<string, readonly string[]> = {};
  for (const key of spec.filters ?? []) {
    const values = all(key);
    if (values.length > 0) filters[key] = values;
  }
  const [after] = all("after");
  const [before] = all("before");
  const size = Number(all("size")[0]);
  return {
    sort: parseSort(all("sort")[0], spec.sortable ?? []),
    filters,
    search: all("q")[0]?.trim() ?? "",
    cursor:
      after !== undefined
        ? { direction: "after", value: after }
        : before !== undefined
          ? { direction: "before", value: before }
          : null,
    pageSize: sizes.includes(size) ? size : (sizes[0] ?? PAGE_SIZES[0]),
  };
}

function valuesOf(params: Params, key: string): string[] {
  const raw = params instanceof URLSearchParams ? params.getAll(key) : [params[key] ?? []].flat();
  return [...new Set(raw)].filter((value) => value !== "" && value.length <= VALUE_LENGTH_MAX);
}

/** `name` is ascending, `-name` descending. */
export function parseSort(value: string | undefined, sortable: readonly string[]): TableQuery["sort"] {
  if (value === undefined) return null;
  const column = value.startsWith("-") ? value.slice(1) : value;
  if (!sortable.includes(column)) return null;
  return { column, direction: value.startsWith("-") ? "desc" : "asc" };
}

/** The query string with some keys set, replaced or (null, empty) removed; "" or "?…". */
export function changedSearch(
  current: URLSearchParams,
  changes: Readonly<Record<string, string | readonly string[] | null>>,
): string {
  const next = new URLSearchParams(current);
  for (const [key, value] of Object.entries(changes)) {
    next.delete(key);
    for (const each of value === null ? [] : [value].flat()) if (each !== "") next.append(key, each);
  }
  const text = next.toString();
  return text === "" ? "" : `?${text}`;
}
