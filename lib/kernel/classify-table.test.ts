import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classifyTable } from "./classify-table";
import { CATEGORIES } from "./vocabulary";

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

/** The names of the columns that are judged personal. */
const personalOf = (table: string, ...columns: ReturnType<typeof column>[]) =>
  classifyTable({ schema: "s", table, columns }).flatMap(({ isPersonal }, index) =>
    isPersonal ? [columns[index]?.column] : [],
  );
const blind = (...names: string[]) => names.map((name) => column(name, [], ""));

describe("a column whose meaning its neighbours decide", () => {
  test("a doer before an id is a person, a thing that ends alike is not", () => {
    expect(
      personalOf("claims", ...blind("adjuster_id", "examiner_id", "order_id", "container_id", "scheduler_id")),
    ).toEqual(["adjuster_id", "examiner_id"]);
  });

  test("the address of a shop or a branch is nobody's, the address of a customer is", () => {
    const parts = ["street", "city", "postcode", "phone"];
    expect(personalOf("branches", ...blind(...parts))).toEqual([]);
    expect(personalOf("customers", ...blind(...parts))).toEqual(parts);
  });

  test("a form word at the end of a path keeps the meaning before it", () => {
    expect(personalOf("answers", ...blind("contact__first_name__value", "field__value"))).toEqual([
      "contact__first_name__value",
    ]);
  });

  test("whoever created or has a record is a person in its path", () => {
    expect(
      personalOf("threads", ...blind("created_by__id", "assigned_to__first", "assigned_to__last", "mailbox__id")),
    ).toEqual(["created_by__id", "assigned_to__first", "assigned_to__last"]);
  });

  test("a participle after e-mail or phone says what is done, not where to reach someone", () => {
    expect(personalOf("users", ...blind("keep_phone_connected", "unsubscribed_from_emails", "phone"))).toEqual([
      "phone",
    ]);
  });

  test("accounts with an industry are companies", () => {
    expect(personalOf("accounts", ...blind("id", "name", "industry", "website"))).toEqual([]);
  });

  test("a table that points at many others is an application's, not a study of people", () => {
    const samples = ["1", "2", "3"];
    const [, ...rest] = ["gender", "age", "job_id", "department_id", "office_id", "active"];
    expect(
      personalOf("staff", column("gender", ["male", "female", "male"]), ...rest.map((name) => column(name, samples))),
    ).toEqual(["gender", "age"]);
  });

  test("every column of a study belongs to its subjects; a panel of states over years has none", () => {
    const numbers = ["12", "31", "27"];
    const subjects = ["subject_id", "age", "educ", "score_1", "visit"].map((name) => column(name, numbers));
    expect(personalOf("memory_trial", ...subjects)).toHaveLength(5);
    const places = ["year", "income", "age", "fatalities"].map((name) => column(name, numbers));
    expect(personalOf("seat_belts", column("state", ["AK", "OH", "TX"]), ...places)).toEqual([]);
  });

  test("opening and closing prices are a market's", () => {
    const prices = ["open", "high", "low", "close", "volume"].map((name) => column(name, ["10.5", "11.2", "9.9"]));
    expect(personalOf("shares_daily", ...prices)).toEqual([]);
  });
});

describe("hostile names", () => {
  const classify = (table: string, name: string, more: { comment?: string; siblings?: string[] } = {}) => {
    const { comment = null, siblings = [] } = more;
    const columns = [{ ...column(name), comment }, ...siblings.map((sibling) => column(sibling))];
    return classifyTable({ schema: "s", table, columns })[0]?.category;
  };
  test.each([
    ["", ""],
    ["a".repeat(1_000_000), "b".repeat(1_000_000)],
    ["_".repeat(1_000_000), "A".repeat(1_000_000)],
    ["💧", "\u200b"],
    ["naïve table", 'col"umn; drop table x'],
    ["customer".repeat(10_000), "emailphone".repeat(10_000)],
  ])("as names are judged before the test's time is over", { timeout: 20_000 }, (table, name) => {
    const siblings = Array.from({ length: 2000 }, (_, index) => `${name.slice(0, 2000)}${index}`);
    expect(CATEGORIES).toContain(classify(table, name, { siblings, comment: name }));
  });

  test("an invisible character in a name does not hide what it holds", () => {
    expect(classify("customers", "e\u200bmail")).toBe("email");
    expect(classify("customers", "ｅｍａｉｌ")).toBe("email");
  });
});
