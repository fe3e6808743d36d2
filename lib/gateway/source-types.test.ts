import { describe, expect, it } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, makeTestData } from "./gateway-fixture";
import { readDataset } from "./read-dataset";

await createTestDatabase();

/** A type, a value as SQL writes it, and how it comes out in JSON. */
const VALUES: [string, string, unknown][] = [
  ["smallint", "-32768", -32768],
  ["integer", "2147483647", 2147483647],
  ["bigint", "9223372036854775807", "9223372036854775807"],
  ["numeric", "123456789012345678901234567890.123456789", "123456789012345678901234567890.123456789"],
  ["numeric(12,2)", "10.50", "10.50"],
  ["numeric", "'NaN'", "NaN"],
  ["numeric", "'Infinity'", "Infinity"],
  ["real", "0.1", 0.1],
  ["double precision", "0.1::float8 + 0.2", 0.30000000000000004],
  ["double precision", "'-Infinity'", "-Infinity"],
  ["double precision", "'NaN'", "NaN"],
  ["money", "'1234.56'", "$1,234.56"],
  ["boolean", "true", true],
  ["boolean", "false", false],
  ["text", "E'a\\nb \"c\" ''d'' \\\\ \\u00e9 \\U0001F600'", "a\nb \"c\" 'd' \\ é 😀"],
  ["varchar(5)", "'abc'", "abc"],
  ["char(4)", "'ab'", "ab  "],
  ["name", "'abc'", "abc"],
  [`"char"`, "'x'", "x"],
  ["uuid", "'00000000-0000-4000-8000-00000000000A'", "00000000-0000-4000-8000-00000000000a"],
  ["date", "'2026-03-31'", "2026-03-31"],
  ["date", "'infinity'", "infinity"],
  ["date", "'0044-03-15 BC'", "0044-03-15 BC"],
  ["timestamp", "'2026-03-31 14:30:00.123456'", "2026-03-31T14:30:00.123456"],
  ["timestamptz", "'2026-03-31 14:30:00.5+02'", "2026-03-31T12:30:00.5Z"],
  ["timestamptz", "'-infinity'", "-infinity"],
  ["time", "'14:30:00.25'", "14:30:00.25"],
  ["timetz", "'14:30+02'", "14:30:00+02"],
  ["interval", "'1 year 2 days 03:04:05'", "P1Y2DT3H4M5S"],
  ["json", `'{"a":  1.10, "b": 12345678901234567890}'`, `{"a":  1.10, "b": 12345678901234567890}`],
  ["jsonb", `'{"b": 12345678901234567890.10, "a": null}'`, `{"a": null, "b": 12345678901234567890.10}`],
  ["bytea", "'\\x00ff10'", "AP8Q"],
  ["inet", "'10.0.0.1/8'", "10.0.0.1/8"],
  ["cidr", "'10.0.0.0/8'", "10.0.0.0/8"],
  ["macaddr", "'08:00:2b:01:02:03'", "08:00:2b:01:02:03"],
  ["int4range", "'[1,5)'", "[1,5)"],
  ["tstzrange", "'[2026-01-01 00:00+00,infinity)'", '["2026-01-01 00:00:00+00",infinity)'],
  ["int8multirange", "'{[1,3),[7,9)}'", "{[1,3),[7,9)}"],
  ["integer[]", "'{1,NULL,3}'", [1, null, 3]],
  ["bigint[]", "'{9223372036854775807}'", ["9223372036854775807"]],
  ["text[]", `'{"a,b","NULL",NULL,"\\"",""}'`, ["a,b", "NULL", null, '"', ""]],
  [
    "integer[]",
    "'{{1,2},{3,4}}'",
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ["integer[]", "'[0:1]={5,6}'", [5, 6]],
  ["timestamptz[]", "'{2026-03-31 14:30:00+00}'", ["2026-03-31T14:30:00Z"]],
  ["boolean[]", "'{t,f}'", [true, false]],
  ["point", "'(1,2)'", "(1,2)"],
  ["box[]", "'{(1,1),(0,0)}'", "{(1,1),(0,0)}"],
  ["bit(3)", "B'101'", "101"],
  ["xml", "'<a/>'", "<a/>"],
  ["tsvector", "'a b'", "'a' 'b'"],
  ["mood", "'so-so; --'", "so-so; --"],
  ["positive", "7", 7],
  ["pair", "ROW(1,'a b')", '(1,"a b")'],
  ["mood[]", "'{\"so-so; --\"}'", ["so-so; --"]],
  ["integer", "NULL", null],
];

const columns = VALUES.map(([type], index) => `c${index} ${type}`).join(", ");
const ALL = Object.fromEntries(VALUES.map((_, index) => [`c${index}`, "clear" as const]));
const data = await makeTestData(`
  CREATE TYPE mood AS ENUM ('happy', 'so-so; --');
  CREATE DOMAIN positive AS int CHECK (value > 0);
  CREATE TYPE pair AS (a int, b text);
  CREATE TABLE everything (id int PRIMARY KEY, ${columns});
  INSERT INTO everything VALUES (1, ${VALUES.map(([type, sql]) => `(${sql})::${type}`).join(", ")});
  INSERT INTO everything (id) VALUES (2);

  CREATE SCHEMA "we""ird";
  CREATE TABLE "we""ird"."sélect; näme ""x"" '" (
    "select" int PRIMARY KEY, "a""b" text, "with space" text, "Größe" int, "user" text, "x'; drop table y;--" text, "__proto__" text, "constructor" text, "t" text, "$1" text, "😀" text
  );
  INSERT INTO "we""ird"."sélect; näme ""x"" '" VALUES (1, 'q', 's', 42, 'u', 'd', 'p', 'c', 't', '1', 'e'), (2, 'q2', 's2', 43, 'u2', 'd2', 'p2', 'c2', 't2', '2', 'e2');
`);
const purpose = "customer_support";
const weird = [...data.datasets.keys()].find((name) => name !== "everything") ?? "";
const WEIRD = ["select", 'a"b', "with space", "Größe", "user", "x'; drop table y;--", "constructor", "t", "$1", "😀"];
const fields = Object.fromEntries(WEIRD.map((name) => [name, "clear" as const]));
const agent = await addReader(data, [
  { dataset: "everything", fields: { id: "clear", ...ALL } },
  { dataset: weird, fields },
]);

describe("a value of any type of Postgres", () => {
  it("reaches the agent unchanged, in the JSON form that is documented", async () => {
    const { rows } = await readDataset(agent.ctx(), {
      dataset: "everything",
      purpose,
      where: [{ field: "id", op: "eq", value: 1 }],
    });
    const row = rows[0] ?? {};
    const found = VALUES.map(([type, sql], index) => [type, sql, row[`c${index}`]]);
    expect(JSON.parse(JSON.stringify(found))).toEqual(VALUES);
  });

  it.each(["mask", "tokenise", "generalise", "redact"] as const)(
    "can be shown with the treatment %s, as a string that is not the value",
    async (treatment) => {
      const treated = await addReader(data, [
        {
          dataset: "everything",
          fields: { id: "clear", ...Object.fromEntries(Object.keys(ALL).map((name) => [name, treatment])) },
        },
      ]);
      const { rows } = await readDataset(treated.ctx(), { dataset: "everything", purpose, orderBy: [{ field: "id" }] });
      for (const [index, [, sql, expected]] of VALUES.entries()) {
        const value = rows[0]?.[`c${index}`];
        if (sql === "NULL") expect(value).toBe(treatment === "redact" ? "[redacted]" : null);
        else expect(typeof value).toBe("string");
        expect(value === expected && expected !== null).toBe(false);
        expect(rows[1]?.[`c${index}`]).toBe(treatment === "redact" ? "[redacted]" : null);
      }
    },
  );

  it("can be ordered and paged by, with nulls last in both directions", async () => {
    for (const index of VALUES.keys()) {
      for (const direction of ["asc", "desc"] as const) {
        const ids: unknown[] = [];
        let cursor: string | undefined;
        do {
          const page = await readDataset(agent.ctx(), {
            dataset: "everything",
            purpose,
            fields: ["id"],
            orderBy: [{ field: `c${index}`, direction }],
            limit: 1,
            ...(cursor === undefined ? {} : { cursor }),
          });
          ids.push(...page.rows.map((row) => row["id"]));
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect([VALUES[index]?.[0], ids]).toEqual([VALUES[index]?.[0], [1, 2]]);
      }
    }
  });
});

describe("a name of any kind", () => {
  it("that no JSON reader can be trusted with cannot be granted, and stays withheld", async () => {
    const { fields: outcomes } = await readDataset(agent.ctx(), { dataset: weird, purpose, limit: 1 });
    expect(outcomes.find(({ field }) => field === "__proto__")).toMatchObject({ treatment: "withheld" });
  });

  it("is only ever a name: quotes, spaces, unicode, reserved words and SQL are read like others", async () => {
    const { rows } = await readDataset(agent.ctx(), { dataset: weird, purpose, limit: 1 });
    expect(Object.entries(rows[0] ?? {})).toEqual([
      ["select", 1],
      ['a"b', "q"],
      ["with space", "s"],
      ["Größe", 42],
      ["user", "u"],
      ["x'; drop table y;--", "d"],
      ["constructor", "c"],
      ["t", "t"],
      ["$1", "1"],
      ["😀", "e"],
    ]);
  });

  it.each(WEIRD)("can be filtered and ordered on: %s", async (field) => {
    const [row] = (
      await readDataset(agent.ctx(), { dataset: weird, purpose, orderBy: [{ field, direction: "desc" }], limit: 1 })
    ).rows;
    const value = Object.entries(row ?? {}).find(([name]) => name === field)?.[1];
    const { rows } = await readDataset(agent.ctx(), {
      dataset: weird,
      purpose,
      where: [{ field, op: "eq", value: value as string | number }],
    });
    expect(rows).toEqual([row]);
    expect(rows[0]?.["select"]).toBe(2);
  });
});
