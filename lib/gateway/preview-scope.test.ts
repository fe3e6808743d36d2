import { describe, expect, it } from "vitest";
import { confirmFields } from "@/lib/catalog/confirm-fields";
import { asSteward } from "@/lib/catalog/test-discovery";
import { createTestDatabase } from "@/lib/db/test-database";
import { testPerson } from "@/lib/identity/test-contexts";
import { listEvents, makeTestData } from "./gateway-fixture";
import { previewScope } from "./preview-scope";

await createTestDatabase();
const data = await makeTestData(`
  CREATE TABLE customers (id int PRIMARY KEY, last_name text, email text, segment text, vat_id text);
  INSERT INTO customers SELECT i, 'Okonkwo ' || i, 'ada' || i || '@example.org', 'plant', 'DE12345678' || i FROM generate_series(1, 9) i;
`);
const datasetId = data.datasets.get("customers") ?? "";
await confirmFields(asSteward(), {
  datasetId,
  fields: [
    { name: "last_name", category: "name" },
    { name: "email", category: "email" },
    { name: "segment", category: "none" },
    { name: "vat_id", category: "identifier" },
  ],
});

describe("the preview of a scope", () => {
  it("shows the same rows as the agent would get them and as this person may see them, and is in the log", async () => {
    const ctx = asSteward();
    const fields = { email: "mask", segment: "clear", vat_id: "redact", last_name: "tokenise" } as const;
    const preview = await previewScope(ctx, {
      datasetId,
      fields,
      rowBound: [{ field: "id", op: "lte", value: 3 }],
      limit: 20,
    });
    expect(preview.fields.map(({ agent }) => agent)).toEqual(["withheld", "tokenise", "mask", "clear", "redact"]);
    expect(preview.rows).toHaveLength(3);
    for (const { agent, person } of preview.rows) {
      expect(agent).toEqual([null, expect.stringMatching(/^tok_/), "a•••@example.org", "plant", "[redacted]"]);
      expect(person.slice(1)).toEqual(["O••• •••", "a•••@example.org", "plant", expect.stringMatching(/^•••678\d$/)]);
    }
    expect(JSON.stringify(preview)).not.toContain("Okonkwo");
    expect(await listEvents({ requestId: ctx.requestId })).toMatchObject([
      { action: "scope.previewed", rowCount: 3, fields, actor: { kind: "person" } },
    ]);
  });

  it("keeps to the given number of rows, and to twenty", async () => {
    expect((await previewScope(asSteward(), { datasetId, fields: {} })).rows).toHaveLength(5);
    await expect(previewScope(asSteward(), { datasetId, fields: {}, limit: 21 })).rejects.toMatchObject({
      code: "invalid_input",
      field: "limit",
    });
  });

  it("ignores a condition on the case's customer, and says so", async () => {
    const rowBound = [{ field: "id", op: "eq", value: { ref: "case.subject" } }] as const;
    const preview = await previewScope(asSteward(), {
      datasetId,
      fields: { segment: "clear" },
      rowBound: [...rowBound],
    });
    expect(preview).toMatchObject({ isCaseBound: true });
    expect(preview.rows).toHaveLength(5);
  });

  it.each([
    ["a field that is not there", { fields: { nope: "clear" } as const }, "fields"],
    [
      "a value that does not fit",
      { fields: {}, rowBound: [{ field: "id", op: "eq" as const, value: "one" }] },
      undefined,
    ],
  ])("refuses %s", async (_, change, field) => {
    await expect(previewScope(asSteward(), { datasetId, ...change })).rejects.toMatchObject({
      name: "DomainError",
      field,
    });
  });

  it.each([["admin"], ["reviewer"], ["compliance"]] as const)(
    "is refused to a person with the role %s alone",
    async (role) => {
      await expect(previewScope(testPerson([role]), { datasetId, fields: {} })).rejects.toMatchObject({
        code: "not_permitted",
      });
    },
  );
});
