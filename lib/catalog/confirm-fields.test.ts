import { describe, expect, test } from "vitest";
import { reader } from "@/lib/db/reader";
import { createTestDatabase, createTestSource } from "@/lib/db/test-database";
import { testPerson } from "@/lib/identity/test-contexts";
import type { DatasetId } from "@/lib/kernel/ids";
import { confirmFields } from "./confirm-fields";
import { describeDataset } from "./describe-dataset";
import { getDataset } from "./get-dataset";
import { listDatasets } from "./list-datasets";
import { asSteward, connectTestSource, discover, loadCatalogue, runSql } from "./test-discovery";

await createTestDatabase();
const source = await createTestSource();
await runSql(
  source.url,
  `CREATE TABLE customer (id int PRIMARY KEY, email text, "Straße 1" text);
   CREATE TABLE gadget (id int, colour text); CREATE TABLE invoice (id int, total numeric);`,
);
const sourceId = await connectTestSource(source);
await discover(sourceId);
const catalogue = await loadCatalogue(sourceId);

function idOf(name: string): DatasetId {
  const found = catalogue.get(name);
  if (!found) throw new Error("no such dataset");
  return found.id;
}

const customer = idOf("customer");

describe("confirming fields", () => {
  test("takes many at once, in one event with what each was before", async () => {
    const fields = [
      { name: "id", category: "identifier" },
      { name: "email", category: "business_sensitive" },
    ] as const;
    expect(await confirmFields(asSteward(), { datasetId: customer, fields: [...fields] })).toMatchObject({
      confirmed: 2,
    });
    const dataset = await getDataset(asSteward(), { datasetId: customer });
    expect(dataset.status).toBe("fresh");
    expect(
      dataset.fields.map(({ name, category, isConfirmed, status }) => [name, category, isConfirmed, status]),
    ).toEqual([
      ["id", "identifier", true, "present"],
      ["email", "business_sensitive", true, "present"],
      ["Straße 1", expect.any(String), false, "fresh"],
    ]);
    const event = await reader().auditEvent.findFirstOrThrow({
      where: { action: "field.confirmed" },
      select: { text: true },
    });
    expect(JSON.parse(event.text).changes[1]).toMatchObject({
      field: "email",
      before: "email",
      after: "business_sensitive",
      wasConfirmed: false,
    });
  });

  test("of the last one that waited, the dataset is looked at too", async () => {
    await confirmFields(asSteward(), { datasetId: customer, fields: [{ name: "Straße 1", category: "address" }] });
    expect((await getDataset(asSteward(), { datasetId: customer })).status).toBe("present");
  });

  test("changes nothing when one of them is not there", async () => {
    const before = await getDataset(asSteward(), { datasetId: customer });
    const fields = [
      { name: "id", category: "none" },
      { name: "Email", category: "none" },
    ] as const;
    const work = confirmFields(asSteward(), { datasetId: customer, fields: [...fields] });
    await expect(work).rejects.toMatchObject({ code: "not_found", field: "fields.1.name" });
    expect(await getDataset(asSteward(), { datasetId: customer })).toEqual(before);
  });

  test("refuses an unknown category, the same field twice, and people without the right", async () => {
    const one = { name: "id", category: "none" } as const;
    const wrong = [[{ name: "id", category: "secret" as "none" }], [one, one], []];
    for (const fields of wrong) {
      await expect(confirmFields(asSteward(), { datasetId: customer, fields })).rejects.toMatchObject({
        code: "invalid_input",
      });
    }
    for (const role of ["admin", "compliance", "reviewer"] as const) {
      const work = confirmFields(testPerson([role]), { datasetId: customer, fields: [one] });
      await expect(work).rejects.toMatchObject({ code: "not_permitted" });
    }
  });
});

describe("describing a dataset", () => {
  test("keeps its record kind and whom its rows are about", async () => {
    await describeDataset(asSteward(), { datasetId: customer, recordKind: "customer_record", subjectKey: "id" });
    expect(await getDataset(asSteward(), { datasetId: customer })).toMatchObject({
      recordKind: "customer_record",
      isRecordKindConfirmed: true,
      subjectKey: "id",
    });
    const unknown = describeDataset(asSteward(), { datasetId: customer, recordKind: "other", subjectKey: "gone" });
    await expect(unknown).rejects.toMatchObject({ code: "not_found", field: "subjectKey" });
  });
});

describe("the list of datasets", () => {
  const names = async (input: Parameters<typeof listDatasets>[1]) =>
    (await listDatasets(asSteward(), input)).rows.map(({ name }) => name);

  test("is filtered by source, record kind, status and words in names of tables and fields", async () => {
    expect(await names({ sourceId })).toEqual(["customer", "gadget", "invoice"]);
    expect(await names({ sourceId: customer })).toEqual([]);
    expect(await names({ recordKind: "customer_record" })).toEqual(["customer"]);
    expect(await names({ status: "present" })).toEqual(["customer"]);
    expect(await names({ text: "COLOUR" })).toEqual(["gadget"]);
    expect(await names({ text: "straße" })).toEqual(["customer"]);
    expect(await names({ text: "%" })).toEqual([]);
  });

  test("counts fields by category, and those nobody confirmed", async () => {
    const { rows } = await listDatasets(asSteward(), { text: "customer" });
    expect(rows[0]).toMatchObject({
      fieldCount: 3,
      unconfirmedCount: 0,
      fieldsByCategory: { identifier: 1, business_sensitive: 1, address: 1 },
      rowEstimate: 0,
      sourceName: expect.any(String),
    });
  });

  test("comes in pages that miss nothing", async () => {
    const seen: string[] = [];
    let after: string | null = "";
    while (after !== null) {
      const page: Awaited<ReturnType<typeof listDatasets>> = await listDatasets(asSteward(), { limit: 1, after });
      seen.push(...page.rows.map(({ name }) => name));
      after = page.next;
    }
    expect(seen).toEqual(["customer", "gadget", "invoice"]);
  });
});
