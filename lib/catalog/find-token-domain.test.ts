import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FieldReference, toTokenDomain } from "./find-token-domain";

function link(from: string, to: string): FieldReference {
  const [datasetId = "", name = ""] = from.split(".");
  const [referencesDatasetId = "", referencesField = ""] = to.split(".");
  return { datasetId, name, referencesDatasetId, referencesField };
}

describe("a field's token domain", () => {
  test("is its own when nothing is joined", () => {
    expect(toTokenDomain([])("customers", "id")).toBe("customers.id");
  });

  test("is that of the customer's id for every column that points to it, over any number of tables", () => {
    const domainOf = toTokenDomain([
      link("orders.customer_id", "customers.id"),
      link("lines.customer", "orders.customer_id"),
    ]);
    expect(domainOf("lines", "customer")).toBe("customers.id");
    expect(domainOf("orders", "customer_id")).toBe(domainOf("customers", "id"));
    expect(domainOf("orders", "id")).toBe("orders.id");
  });

  test("is one for all fields of a circle of keys, and for those that lead into it", () => {
    const domainOf = toTokenDomain([link("b.x", "c.x"), link("c.x", "a.x"), link("a.x", "b.x"), link("d.x", "c.x")]);
    const domains = ["a", "b", "c", "d"].map((dataset) => domainOf(dataset, "x"));
    expect(new Set(domains)).toEqual(new Set(["a.x"]));
  });

  test("is one for a row that points to its own table", () => {
    const domainOf = toTokenDomain([link("staff.manager_id", "staff.id")]);
    expect(domainOf("staff", "manager_id")).toBe("staff.id");
  });

  test("is always the same on both sides of every key, whatever the keys are", () => {
    const field = fc.integer({ min: 0, max: 9 }).map((n) => `t${n}.f`);
    const references = fc.uniqueArray(fc.tuple(field, field), { selector: ([from]) => from });
    fc.assert(
      fc.property(references, (pairs) => {
        const domainOf = toTokenDomain(pairs.map(([from, to]) => link(from, to)));
        const of = (key: string) => domainOf(key.slice(0, -2), "f");
        return pairs.every(([from, to]) => of(from) === of(to));
      }),
    );
  });
});
