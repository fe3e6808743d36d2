import fc from "fast-check";
import { expect, test } from "vitest";
import { toDatasetNames, toSlug } from "./to-dataset-names";

test.each([
  ["customers", "customers"],
  ["InvoiceLine", "invoice_line"],
  ["HTTPRequests", "http_requests"],
  ["Kunden-Straße", "kunden_strasse"],
  ["  two  words ", "two_words"],
  ["2024_orders", "orders"],
  ["Émile Ångström", "emile_angstrom"],
  ["客户", ""],
  ["__proto__", "proto"],
])("a table called %s becomes %s", (table, name) => {
  expect(toSlug(table)).toBe(name);
});

test("any names at all give agents a plain one, and as many different ones as are wanted", () => {
  const text = fc.string({ unit: "grapheme" });
  fc.assert(
    fc.property(text, text, text, (source, schema, table) => {
      const names = toDatasetNames({ source, schema, table });
      const taken = Array.from({ length: 5 }, () => names.next().value);
      for (const name of taken) expect(name).toMatch(/^[a-z][a-z0-9_]{0,120}$/);
      expect(new Set(taken).size).toBeGreaterThanOrEqual(4);
    }),
  );
});
