import { withSourceConnection, type SourceRow } from "@/lib/catalog/connector/with-source-connection";
import type { SourceConnection } from "@/lib/catalog/connector/source-connection";
import { DomainError } from "@/lib/kernel/domain-error";
import type { RowCondition } from "@/lib/kernel/row-condition";
import type { ColumnFacts, DatasetFacts } from "@/lib/policy/agent-policy";
import type { Position } from "./cursor";
import { quoteIdentifier } from "./quote-identifier";
import { type RowOrder, toRowOrder, writeAfter, writeOrder } from "./row-order";
import { type Bind, type Parameter, writeCondition } from "./write-condition";

export type RowQuery = {
  facts: DatasetFacts;
  /** Columns whose values are wanted. */
  read: readonly ColumnFacts[];
  /** What the scope adds. Checked like the agent's own conditions, but the fault is the scope's. */
  rowBound: readonly RowCondition[];
  where: readonly RowCondition[];
  orderBy: readonly { field: string; direction: "asc" | "desc" }[];
  isClear: (field: string) => boolean;
  limit: number;
};

export type RowPage = {
  /** The texts of `read`'s columns, in that order. */
  rows: readonly SourceRow[];
  /** Where the next page starts; null on the last one. */
  next: Position | null;
};

/** A query that is ready to run; `plan` says how rows are ordered, which a cursor is bound to. */
export type PreparedRows = {
  plan: string;
  run: (source: SourceConnection, after: Position | null) => Promise<RowPage>;
};

function getColumn(facts: DatasetFacts, field: string): ColumnFacts {
  const column = facts.columns.get(field);
  if (column?.isUsable) return column;
  throw new DomainError(
    "source_changed",
    "A column that the scope rests on is gone or changed: a steward runs discovery and renews the scope.",
  );
}

function writeBound(condition: RowCondition, facts: DatasetFacts, bind: Bind): string {
  const column = getColumn(facts, condition.field);
  try {
    return writeCondition(condition, column, bind, "rowBound");
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(
      "source_changed",
      `The scope's row bound does not fit the type of ${column.name}: a steward changes the scope.`,
    );
  }
}

/** The agent's values were checked before: what a source finds wrong with a value now lies in the source, such as a view that divides by zero. */
function toOurFault(error: unknown): unknown {
  if (!(error instanceof DomainError) || error.code !== "invalid_input") return error;
  return new DomainError(
    "source_refused",
    "The source could not work out the rows: a view or a column of it fails on its own data.",
  );
}

function countTail(rows: readonly SourceRow[], from: number): number {
  const last = rows.at(-1);
  if (last === undefined) return 0;
  const isSame = (row: SourceRow): boolean => row.slice(from).every((value, index) => value === last[from + index]);
  let count = 0;
  while (count < rows.length && isSame(rows[rows.length - 1 - count] ?? [])) count += 1;
  return count;
}

function toNext(rows: readonly SourceRow[], from: number, order: RowOrder, after: Position | null): Position {
  const values = rows.at(-1)?.slice(from) ?? [];
  if (order.isUnique) return { values, skip: 0 };
  const tail = countTail(rows, from);
  const isSameAsBefore =
    tail === rows.length && after !== null && after.values.every((value, index) => value === values[index]);
  return { values, skip: tail + (isSameAsBefore ? after.skip : 0) };
}

/** Prepares one SELECT of the wanted columns within the row bound. Throws `invalid_input` for a condition that does not fit its field. */
export function prepareRows(query: RowQuery): PreparedRows {
  const { facts, read, limit } = query;
  const parameters: Parameter[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const orderBy = query.orderBy.map(({ field, direction }) => ({
    column: getColumn(facts, field),
    isDescending: direction === "desc",
  }));
  const order = toRowOrder(
    { datasetId: facts.datasetId, columns: facts.columns, orderBy, isClear: query.isClear, read },
    bind,
  );
  const conditions = [
    ...query.rowBound.map((condition) => writeBound(condition, facts, bind)),
    ...query.where.map((condition, index) =>
      writeCondition(condition, getColumn(facts, condition.field), bind, `where.${index}`),
    ),
  ];
  const selected = [...read.map(({ name }) => `t.${quoteIdentifier(name)}`), ...order.terms.map(({ sql }) => sql)].join(
    ", ",
  );
  const table = `${quoteIdentifier(facts.schemaName)}.${quoteIdentifier(facts.tableName)}`;

  const run = async (source: SourceConnection, after: Position | null): Promise<RowPage> => {
    const all = after === null ? conditions : [...conditions, writeAfter(order, after.values, bind)];
    const text = [
      `SELECT ${selected} FROM ${table} AS t`,
      all.length === 0 ? "" : `WHERE ${all.map((one) => `(${one})`).join(" AND ")}`,
      `ORDER BY ${writeOrder(order)} LIMIT ${bind(limit + 1)}::int8 OFFSET ${bind(after?.skip ?? 0)}::int8`,
    ].join(" ");
    const found = await withSourceConnection(source, (client) => client.query(text, parameters)).catch(
      (error: unknown) => {
        throw toOurFault(error);
      },
    );
    const rows = found.slice(0, limit);
    return { rows, next: found.length > limit ? toNext(rows, read.length, order, after) : null };
  };
  return { plan: order.plan, run };
}
