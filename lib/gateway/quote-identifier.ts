/** A name as SQL writes an exact one (PostgreSQL, 4.1.1). The only way a name gets into a statement. */
export function quoteIdentifier(name: string): string {
  if (name === "" || name.includes("\0")) throw new RangeError("not a name that Postgres can hold");
  return `"${name.replaceAll('"', '""')}"`;
}
