import { describe, expect, test } from "vitest";
import { createTestDatabase, createTestSource } from "@/lib/db/test-database";
import { reader } from "@/lib/db/reader";
import type { SourceId } from "@/lib/kernel/ids";
import { confirmFields } from "./confirm-fields";
import { describeDataset } from "./describe-dataset";
import { asSteward, connectTestSource, discover, loadCatalogue, runSql } from "./test-discovery";

await createTestDatabase();

async function start(sql: string) {
  const source = await createTestSource();
  await runSql(source.url, sql);
  const sourceId = await connectTestSource(source);
  await discover(sourceId);
  return { source, sourceId };
}

async function load(sourceId: SourceId, table: string) {
  const found = [...(await loadCatalogue(sourceId)).values()].find((one) => one.tableName === table);
  if (!found) throw new Error("no such dataset");
  return found;
}

async function states(sourceId: SourceId, table: string) {
  const { fields } = await load(sourceId, table);
  return Object.fromEntries(
    fields.map(({ name, category, isConfirmed, status }) => [name, [category, isConfirmed, status]]),
  );
}

const TABLE = "CREATE TABLE customer (id int PRIMARY KEY, email text, notes text, plan text)";

async function confirmAll(sourceId: SourceId) {
  const { id, fields } = await load(sourceId, "customer");
  const wanted = fields.map(({ name }) => ({ name, category: name === "notes" ? "support_issue" : "none" }) as const);
  await confirmFields(asSteward(), { datasetId: id, fields: wanted });
  await describeDataset(asSteward(), { datasetId: id, recordKind: "invoice", subjectKey: "id" });
}

describe("a discovery that is run again", () => {
  test("changes nothing where nothing changed", async () => {
    const { sourceId } = await start(TABLE);
    const before = await load(sourceId, "customer");
    const { runId } = await discover(sourceId);
    expect(await load(sourceId, "customer")).toEqual(before);
    const run = await reader().discoveryRun.findUniqueOrThrow({ where: { id: runId } });
    expect([run.fieldsNew, run.fieldsChanged, run.fieldsVanished]).toEqual([0, 0, 0]);
  });

  test("shows new, changed and vanished columns, and never touches what a person confirmed", async () => {
    const { source, sourceId } = await start(TABLE);
    await confirmAll(sourceId);
    expect((await load(sourceId, "customer")).status).toBe("present");
    await runSql(
      source.url,
      "ALTER TABLE customer DROP plan; ALTER TABLE customer ADD phone text; ALTER TABLE customer ALTER notes TYPE varchar(9)",
    );
    await runSql(
      source.url,
      "INSERT INTO customer SELECT n, 'p' || n || '@example.com', 'n', '+49 30 1234567' FROM generate_series(1, 30) n",
    );
    const { runId } = await discover(sourceId);
    expect(await states(sourceId, "customer")).toEqual({
      id: ["none", true, "present"],
      email: ["none", true, "present"],
      notes: ["support_issue", true, "changed"],
      plan: ["none", true, "vanished"],
      phone: ["phone", false, "fresh"],
    });
    const dataset = await load(sourceId, "customer");
    expect([dataset.status, dataset.recordKind, dataset.subjectKey]).toEqual(["changed", "invoice", "id"]);
    const run = await reader().discoveryRun.findUniqueOrThrow({ where: { id: runId } });
    expect([run.fieldsNew, run.fieldsChanged, run.fieldsVanished]).toEqual([1, 1, 1]);
    const event = await reader().auditEvent.findFirstOrThrow({
      where: { action: "dataset.discovered", sourceId },
      orderBy: { id: "desc" },
      select: { text: true },
    });
    expect(JSON.parse(event.text)).toMatchObject({
      fieldsNew: ["phone"],
      fieldsChanged: ["notes"],
      fieldsVanished: ["plan"],
    });
  });

  test("does not take a column that was dropped and added again for the one that was confirmed", async () => {
    const { source, sourceId } = await start(TABLE);
    await confirmAll(sourceId);
    await runSql(source.url, "ALTER TABLE customer DROP notes; ALTER TABLE customer ADD notes text");
    await discover(sourceId);
    expect((await states(sourceId, "customer"))["notes"]).toEqual(["support_issue", true, "changed"]);
  });

  test("brings back a column that was gone as changed, not as the one that was looked at", async () => {
    const { source, sourceId } = await start("CREATE VIEW customer AS SELECT 1 AS id, 'x'::text AS notes");
    await confirmAll(sourceId);
    await runSql(source.url, "DROP VIEW customer; CREATE VIEW customer AS SELECT 1 AS id");
    await discover(sourceId);
    await runSql(source.url, "CREATE OR REPLACE VIEW customer AS SELECT 1 AS id, 'x'::text AS notes");
    await discover(sourceId);
    expect((await states(sourceId, "customer"))["notes"]).toEqual(["support_issue", true, "changed"]);
  });

  test("marks a table that is gone, keeps its history, and shows it as changed when it is back", async () => {
    const { source, sourceId } = await start(`${TABLE}; CREATE TABLE other (id int)`);
    await confirmAll(sourceId);
    await runSql(source.url, "DROP TABLE customer");
    await discover(sourceId);
    const gone = await load(sourceId, "customer");
    expect([gone.status, gone.fields.length]).toEqual(["vanished", 4]);
    const events = await reader().auditEvent.count({ where: { action: "dataset.vanished", datasetId: gone.id } });
    expect(events).toBe(1);
    await discover(sourceId);
    expect(await reader().auditEvent.count({ where: { action: "dataset.vanished", datasetId: gone.id } })).toBe(1);
    await runSql(source.url, TABLE);
    await discover(sourceId);
    const back = await load(sourceId, "customer");
    expect([back.id, back.status]).toEqual([gone.id, "changed"]);
  });

  test("judges anew what nobody confirmed", async () => {
    const { source, sourceId } = await start("CREATE TABLE customer (id int, c7 text)");
    const before = await states(sourceId, "customer");
    expect(before["c7"]?.[0]).not.toBe("email");
    await runSql(source.url, "INSERT INTO customer SELECT n, 'p' || n || '@example.com' FROM generate_series(1, 50) n");
    await discover(sourceId);
    expect((await states(sourceId, "customer"))["c7"]).toEqual(["email", false, "fresh"]);
  });

  test("forgets a foreign key that was dropped", async () => {
    const { source, sourceId } = await start(
      `${TABLE}; CREATE TABLE pet (owner int CONSTRAINT link REFERENCES customer (id))`,
    );
    expect((await load(sourceId, "pet")).fields[0]?.references?.field).toBe("id");
    await runSql(source.url, "ALTER TABLE pet DROP CONSTRAINT link");
    await discover(sourceId);
    expect((await load(sourceId, "pet")).fields[0]?.references).toBeNull();
  });
});
