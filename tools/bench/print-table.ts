import type { BenchTable } from "./classification";

function pad(text: string, width: number, isNumber: boolean): string {
  return isNumber ? text.padStart(width) : text.padEnd(width);
}

function toCell(value: string | number): string {
  return typeof value === "number" ? value.toLocaleString("en") : value;
}

/** One table as text, numbers to the right, its notes below. */
export function printTable({ title, columns, rows, notes }: BenchTable): string {
  const cells = rows.map((row) => row.map(toCell));
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...cells.map((row) => row[index]?.length ?? 0)),
  );
  const isNumber = columns.map((_, index) =>
    rows.every((row) => typeof row[index] === "number" || /^[\d.,]+( |$|%|×)/.test(String(row[index]))),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0, isNumber[index] ?? false))
      .join("  ")
      .trimEnd();
  return [
    title,
    "=".repeat(title.length),
    line(columns),
    widths.map((width) => "-".repeat(width)).join("  "),
    ...cells.map(line),
    ...notes.map((note) => `  ${note}`),
    "",
  ].join("\n");
}
