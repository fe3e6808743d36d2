const NAME_MAX = 100;

/** Letters that do not come apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};

/** `[a-z][a-z0-9_]*` from any text: "InvoiceLine" → invoice_line, "Kunden-Straße" → kunden_strasse; empty when nothing is left. */
export function toSlug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, NAME_MAX)
    .replace(/_+$/, "");
}

/** Names for a dataset, the best first, without end: the table's, then with schema, with source, with a number. */
export function* toDatasetNames(of: { source: string; schema: string; table: string }): Generator<string> {
  const table = toSlug(of.table) || "dataset";
  const schema = of.schema === "public" ? "" : toSlug(of.schema);
  const local = [schema, table].filter(Boolean).join("_").slice(0, NAME_MAX);
  const full = [toSlug(of.source), local].filter(Boolean).join("_").slice(0, NAME_MAX);
  yield local;
  yield full;
  for (let number = 2; ; number += 1) yield `${full}_${number}`;
}
