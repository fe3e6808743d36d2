import fc from "fast-check";
import { describe, expect, test } from "vitest";
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

  test("come in the order of the columns, and no order changes a verdict", () => {
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
          const judge = (ordered: string[]) =>
            classifyTable({ schema: "s", table, columns: ordered.map((one) => column(one)) });
          expect(judge(names.toReversed())).toEqual(judge(names).toReversed());
        },
      ),
    );
  });
});
