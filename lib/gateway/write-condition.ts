import { checkLiteral, operatorsOf } from "@/lib/kernel/check-literal";
import { type ColumnType, toColumnType } from "@/lib/kernel/column-type";
import { DomainError } from "@/lib/kernel/domain-error";
import type { Literal, RowCondition } from "@/lib/kernel/row-condition";
import type { ColumnFacts } from "@/lib/policy/agent-policy";
import { quoteIdentifier } from "./quote-identifier";

export type Parameter = string | number | readonly string[];

/** Adds a parameter and returns its place: `$3`. */
export type Bind = (value: Parameter) => string;

const SIGNS = { eq: "=", ne: "<>", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;

/** A column as it is compared and ordered, and the type its parameters are read as; none where Postgres takes the column's own. */
export function toComparable(column: ColumnFacts): { sql: string; cast: string | null; type: ColumnType } {
  const type = toColumnType(column.dataType);
  const sql = `t.${quoteIdentifier(column.name)}`;
  if (type === "text" || type === "bpchar") return { sql, cast: null, type };
  if (type === "money") return { sql: `${sql}::numeric`, cast: "numeric", type };
  const isText = type === "label" || type === "json" || type === "bytea" || type === "array" || type === "opaque";
  return isText ? { sql: `${sql}::text`, cast: "text", type } : { sql, cast: type, type };
}

function refuse(place: string, sentence: string): DomainError {
  return new DomainError("invalid_input", `${place}: ${sentence}`, place);
}

/**
 * Writes one condition, its values as parameters that were checked against the column's type. `place` is where the caller wrote it.
 * Throws `invalid_input` naming the field and what its values must be.
 */
export function writeCondition(condition: RowCondition, column: ColumnFacts, bind: Bind, place: string): string {
  const { sql, cast, type } = toComparable(column);
  const operators = operatorsOf(type);
  if (!operators.includes(condition.op)) {
    throw refuse(`${place}.op`, `${column.name} can be compared with ${operators.join(", ")} only.`);
  }
  if (!("value" in condition))
    return `t.${quoteIdentifier(column.name)} IS ${condition.op === "is_null" ? "" : "NOT "}NULL`;
  const check = (literal: Literal, at: string): string => {
    const checked = checkLiteral(type, literal);
    if (!checked.ok) throw refuse(at, `the value for ${column.name} must be ${checked.must}.`);
    return checked.text;
  };
  if (condition.op === "in") {
    const list = bind(condition.value.map((literal, index) => check(literal, `${place}.value.${index}`)));
    return `${sql} = ANY(${list}${cast === null ? "" : `::${cast}[]`})`;
  }
  const value = bind(check(condition.value, `${place}.value`));
  if (condition.op === "prefix") return `starts_with(${sql}::text, ${value}::text)`;
  return `${sql} ${SIGNS[condition.op]} ${value}${cast === null ? "" : `::${cast}`}`;
}
