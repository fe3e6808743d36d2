import fc from "fast-check";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import type { Treatment } from "@/lib/kernel/vocabulary";
import { addReader, makeTestData, type TestAgent } from "./gateway-fixture";
import { readDataset } from "./read-dataset";

await createTestDatabase();
const data = await makeTestData(`
  CREATE TABLE keyed (a int, b text, city text, score int, born timestamptz, PRIMARY KEY (a, b));
  INSERT INTO keyed SELECT i / 7, 'k' || i % 7, (ARRAY['Ulm', 'Åre', NULL, 'ulm', 'Pune'])[1 + i % 5], NULLIF(i % 4, 0), timestamptz '2026-01-01' + (i % 3) * interval '1 microsecond'
    FROM generate_series(0, 60) i;
  CREATE TABLE keyless (city text, score int, secret text);
  INSERT INTO keyless SELECT (ARRAY['Ulm', NULL, 'Pune'])[1 + i % 3], i % 2, 'secret' || i FROM generate_series(0, 40) i;
  CREATE TABLE serial (id int PRIMARY KEY, body text);
  INSERT INTO serial SELECT i, 'b' || i FROM generate_series(1, 60) i;
`);
const purpose = "customer_support";
const source = new pg.Client({ connectionString: data.source.url });
await source.connect();
afterAll(() => source.end());

const clear = (...names: string[]) => Object.fromEntries(names.map((name): [string, Treatment] => [name, "clear"]));
const open = await addReader(data, [{ dataset: "keyed", fields: clear("a", "b", "city", "score", "born") }]);
const closed = await addReader(data, [
  { dataset: "keyed", fields: { ...clear("city", "score", "born"), a: "tokenise" } },
  { dataset: "keyless", fields: { ...clear("city", "score") } },
  { dataset: "serial", fields: { body: "clear" } },
]);

type Query = Record<string, unknown> & { dataset: string };

async function readAll(agent: TestAgent, query: Query, limit: number): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 100; pages += 1) {
    const page = await readDataset(agent.ctx(), {
      purpose,
      ...query,
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows);
    if (page.nextCursor === null) return rows;
    expect(page.rows).toHaveLength(limit);
    cursor = page.nextCursor;
  }
  throw new Error("paging does not end");
}

const orders = fc.uniqueArray(
  fc.record({ field: fc.constantFrom("city", "score", "born"), direction: fc.constantFrom("asc", "desc") }),
  {
    selector: ({ field }) => field,
    maxLength: 3,
  },
);
const texts = (rows: readonly Record<string, unknown>[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

describe("paging", () => {
  it("gives every row once and in the order that Postgres gives, ties and nulls included", async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 25 }), async (orderBy, limit) => {
        const rows = await readAll(open, { dataset: "keyed", fields: ["a", "b"], orderBy }, limit);
        const order = [...orderBy.map(({ field, direction }) => `${field} ${direction} NULLS LAST`), "a", "b"].join(
          ", ",
        );
        const { rows: expected } = await source.query(`SELECT a, b FROM keyed ORDER BY ${order}`);
        expect(rows).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it("gives every row once where the key may not be seen, or there is none and rows are alike", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("keyed", "keyless"),
        orders,
        fc.integer({ min: 1, max: 25 }),
        async (dataset, orderBy, limit) => {
          const usable = orderBy.filter(({ field }) => dataset === "keyed" || field !== "born");
          const rows = await readAll(closed, { dataset, fields: ["city", "score"], orderBy: usable }, limit);
          const { rows: expected } = await source.query(`SELECT city, score FROM ${dataset}`);
          expect(texts(rows)).toEqual(texts(expected));
        },
      ),
      { numRuns: 25 },
    );
  });

  it("keeps its order from one request to the next, and tells nothing of a key that is withheld by it", async () => {
    const [one, other] = [
      await readAll(closed, { dataset: "serial" }, 60),
      await readAll(closed, { dataset: "serial" }, 7),
    ];
    expect(other).toEqual(one);
    const ids = one.map(({ body }) => Number(String(body).slice(1)));
    const ascents = ids.filter((id, index) => id > (ids[index - 1] ?? 0)).length;
    // About half of all steps go up where order and key have nothing to do with each other.
    expect(ascents).toBeGreaterThan(15);
    expect(ascents).toBeLessThan(45);
  });
});

describe("a cursor", () => {
  const query = { dataset: "keyed", purpose, orderBy: [{ field: "city" }], limit: 5 };

  async function getCursor(agent: TestAgent, change: Record<string, unknown> = {}): Promise<string> {
    const { nextCursor } = await readDataset(agent.ctx(), { ...query, ...change });
    return nextCursor ?? "none";
  }

  it("tells the agent nothing: two of the same place differ, and neither holds a value", async () => {
    const [one, other] = [await getCursor(open), await getCursor(open)];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, "base64url").toString("latin1")).not.toMatch(/Ulm|Pune|values|skip/);
  });

  it("opens only unaltered", async () => {
    const cursor = await getCursor(open);
    for (let place = 0; place < cursor.length; place += 7) {
      const altered = `${cursor.slice(0, place)}${cursor[place] === "A" ? "B" : "A"}${cursor.slice(place + 1)}`;
      await expect(readDataset(open.ctx(), { ...query, cursor: altered })).rejects.toMatchObject({
        code: "invalid_input",
        field: "cursor",
      });
    }
  });

  it.each([
    ["another order", { orderBy: [{ field: "score" }] }],
    ["another direction", { orderBy: [{ field: "city", direction: "desc" }] }],
    ["other fields", { fields: ["city"] }],
    ["another filter", { where: [{ field: "score", op: "gt", value: 1 }] }],
  ])("opens for no request with %s", async (_, change) => {
    const cursor = await getCursor(open);
    await expect(readDataset(open.ctx(), { ...query, ...change, cursor })).rejects.toMatchObject({
      code: "invalid_input",
      field: "cursor",
    });
  });

  it("opens for no other agent, purpose or dataset", async () => {
    const same = [
      { dataset: "keyed", purposes: ["customer_support", "billing"], fields: clear("a", "b", "city", "score", "born") },
    ];
    const [twin, mine] = [await addReader(data, same), await addReader(data, same)];
    const cursor = await getCursor(mine);
    const refusal = { code: "invalid_input", field: "cursor" };
    await expect(readDataset(twin.ctx(), { ...query, cursor })).rejects.toMatchObject(refusal);
    await expect(readDataset(mine.ctx(), { ...query, purpose: "billing", cursor })).rejects.toMatchObject(refusal);
    await expect(readDataset(closed.ctx(), { ...query, cursor })).rejects.toMatchObject(refusal);
    await expect(readDataset(mine.ctx(), { ...query, cursor })).resolves.toHaveProperty("rows");
  });

  it("serves for another number of rows", async () => {
    const cursor = await getCursor(open);
    expect((await readDataset(open.ctx(), { ...query, limit: 9, cursor })).rows).toHaveLength(9);
  });
});
