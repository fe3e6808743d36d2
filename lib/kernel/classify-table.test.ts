import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classifyField } from "./classify-field";
import { classifyTable } from "./classify-table";

const column = (name: string, samples: string[] = [], dataType = "text") => ({
  column: name,
  dataType,
  isPrimaryKey: false,
  references: null,
  samples,
});

describe("the columns of a table, judged together", () => {
  test("what one column's values show counts for its neighbours", () => {
    const [first, , third] = classifyTable({
      schema: "s",
      table: "t1",
      columns: [
        column("V1", ["male", "female", "female"]),
        column("V2", ["married", "divorced", "single"]),
        column("V3", ["12.5", "13.1", "9.9"]),
      ],
    });
    expect(first?.category).toBe("special_category");
    expect(third?.isPersonal).toBe(true);
  });

  test("first names are known as such beside e-mail addresses, and not beside prices", () => {
    const names = ["Anna", "Lucas", "Fatima", "Carlos"];
    const category = (neighbour: string[]) =>
      classifyTable({ schema: "s", table: "t1", columns: [column("c1", names), column("c2", neighbour)] })[0]?.category;
    expect(category(["a@example.com", "b@example.com"])).toBe("name");
    expect(category(["12.50", "9.99"])).toBe("none");
  });

  test("an animal's sex is nobody's", () => {
    const judged = classifyTable({
      schema: "s",
      table: "penguins",
      columns: ["species", "island", "flipper_length_mm", "body_mass_g", "sex"].map((name) =>
        column(name, name === "sex" ? ["male", "female"] : []),
      ),
    });
    expect(judged.map((field) => field.isPersonal)).toEqual([false, false, false, false, false]);
  });

  test("agree with the columns judged one by one where values add nothing", () => {
    const name = fc.constantFrom(
      "id",
      "email",
      "name",
      "city",
      "amount",
      "created_at",
      "customer_id",
      "notes",
      "status",
      "birth_date",
    );
    fc.assert(
      fc.property(
        fc.constantFrom("customers", "orders", "t1"),
        fc.uniqueArray(name, { minLength: 1 }),
        (table, names) => {
          const together = classifyTable({ schema: "s", table, columns: names.map((one) => column(one)) });
          expect(together).toEqual(
            names.map((one) => classifyField({ ...column(one), schema: "s", table, siblings: names })),
          );
        },
      ),
    );
  });
});
