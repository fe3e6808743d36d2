import { describe, expect, it } from "vitest";
import { connectTestSource, discover, runSql } from "@/lib/catalog/test-discovery";
import { createTestDatabase, createTestSource } from "@/lib/db/test-database";
import { addReader, findDatasetIds, grantTestScope, makeTestData } from "@/lib/gateway/gateway-fixture";
import { expectRefusal } from "./expect-refusal";
import { type Answer, startTestGate } from "./gate-fixture";

await createTestDatabase();
const data = await makeTestData(`
  CREATE TABLE customers (id int PRIMARY KEY, last_name text);
  INSERT INTO customers SELECT i, 'Okonkwo' || i FROM generate_series(1, 9) i;
  CREATE TABLE leaving (id int PRIMARY KEY, body text, other text);
  CREATE VIEW sluggish AS SELECT i AS id, pg_sleep(0.2)::text AS nap FROM generate_series(1, 100) i;
  CREATE VIEW broken AS SELECT id, 1 / (id - 5) AS ratio FROM customers;
`);
const agent = await addReader(data, [
  { dataset: "leaving", fields: { id: "clear", body: "clear" } },
  { dataset: "sluggish", fields: { id: "clear", nap: "clear" } },
  { dataset: "broken", fields: { id: "clear", ratio: "clear" } },
]);
const { call } = await startTestGate({ GATEHOUSE_SOURCE_TIMEOUT_MS: "500" });
const purpose = "customer_support";
const read = (body: unknown): Promise<Answer> => call("POST", "/v1/read", { key: agent.key, body });

describe("a source", () => {
  const completed = ["access.decided", "access.completed"];

  it("that is too slow is given up, and said to be slow", async () => {
    const startedAt = performance.now();
    await expectRefusal(await read({ dataset: "sluggish", purpose }), 504, "source_slow", completed);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
  });

  it("that has changed its columns gives nothing until it is discovered again", async () => {
    expect((await read({ dataset: "leaving", purpose })).status).toBe(200);
    await runSql(data.source.url, "ALTER TABLE leaving DROP COLUMN body");
    await expectRefusal(await read({ dataset: "leaving", purpose }), 502, "source_changed", completed);
    await runSql(data.source.url, "ALTER TABLE leaving ADD COLUMN surprise text DEFAULT 'Okonkwo'");
    await discover(data.sourceId);
    const { body } = await read({ dataset: "leaving", purpose });
    expect(body).toMatchObject({
      fields: {
        body: { outcome: "withheld", reason: "field_vanished" },
        surprise: { outcome: "withheld", reason: "field_withheld" },
      },
    });
    await runSql(data.source.url, "DROP TABLE leaving");
    await expectRefusal(await read({ dataset: "leaving", purpose }), 502, "source_changed", completed);
  });

  it("whose view fails on its own data says nothing of that data", async () => {
    await expectRefusal(await read({ dataset: "broken", purpose }), 502, "source_refused", completed);
  });

  it("that is down gives a clear answer at once", async () => {
    const other = await createTestSource();
    await runSql(other.url, "CREATE TABLE short_lived (id int PRIMARY KEY)");
    const sourceId = await connectTestSource(other);
    await discover(sourceId);
    const lent = { source: other, sourceId, datasets: await findDatasetIds() };
    await grantTestScope(agent.agentId, lent, { dataset: "short_lived", fields: { id: "clear" } });
    expect((await read({ dataset: "short_lived", purpose })).status).toBe(200);
    await runSql(data.source.url, `DROP DATABASE "${other.database}" WITH (FORCE)`);
    for (let tries = 0; tries < 2; tries += 1) {
      const answer = await read({ dataset: "short_lived", purpose });
      await expectRefusal(answer, 502, String(answer.body["code"]), completed);
      expect(answer.body["code"]).toMatch(/^source_(unreachable|refused)$/);
    }
  });
});
