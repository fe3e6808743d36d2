import { describe, expect, it } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import { AccessDenied } from "@/lib/policy/access-denied";
import { addReader, listEvents, makeTestData } from "./gateway-fixture";
import { readDataset, type ReadResult } from "./read-dataset";

await createTestDatabase();
const data = await makeTestData(
  `
  CREATE TABLE customers (
    id int PRIMARY KEY, customer_number text NOT NULL, last_name text, email text, phone text, country char(2), credit numeric(30,4), born date
  );
  INSERT INTO customers VALUES
    (1, 'C-1', 'Okonkwo', 'ada.okonkwo@example.org', '+49 30 1234567', 'DE', 1234567890123456789.1234, '1980-02-29'),
    (2, 'C-2', 'Lindqvist', 'li@example.org', '+46 8 7654321', 'SE', NULL, NULL),
    (3, 'C-3', NULL, 'ravi.menon@example.org', NULL, 'IN', 0, '1999-12-31');
  CREATE TABLE invoices (id int PRIMARY KEY, customer_id int REFERENCES customers, total numeric(12,2));
  INSERT INTO invoices SELECT i, 1 + i % 3, i * 10.5 FROM generate_series(1, 30) i;
`,
  { customers: "id", invoices: "customer_id" },
);
const purpose = "customer_support";
const agent = await addReader(data, [
  {
    dataset: "customers",
    fields: {
      customer_number: "clear",
      last_name: "mask",
      email: "mask",
      phone: "tokenise",
      credit: "clear",
      country: "redact",
      born: "generalise",
    },
  },
  { dataset: "invoices", fields: { id: "clear", customer_id: "tokenise", total: "clear" } },
]);

async function refusalOf(work: Promise<ReadResult>): Promise<AccessDenied> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AccessDenied) return error;
  throw error ?? new Error("it was not refused");
}

describe("a read", () => {
  it("gives each granted field in its treatment, names what is withheld, and is in the log twice", async () => {
    const ctx = agent.ctx();
    const result = await readDataset(ctx, {
      dataset: "customers",
      purpose,
      where: [{ field: "customer_number", op: "eq", value: "C-1" }],
    });
    expect(result.rows).toEqual([
      {
        customer_number: "C-1",
        last_name: "O•••",
        email: "a•••@example.org",
        phone: expect.stringMatching(/^tok_[0-9a-f]{32}$/),
        country: "[redacted]",
        credit: "1234567890123456789.1234",
        born: expect.stringMatching(/^1980/),
      },
    ]);
    expect(result.fields.find(({ field }) => field === "id")).toEqual({
      field: "id",
      treatment: "withheld",
      reason: "field_withheld",
    });
    const events = await listEvents({ requestId: ctx.requestId });
    expect(events.map(({ action }) => action)).toEqual(["access.decided", "access.completed"]);
    expect(events[0]).toMatchObject({ id: result.decisionId, decision: "allow", door: "read" });
    expect(events[1]).toMatchObject({
      outcome: "released",
      rowCount: 1,
      decisionId: result.decisionId,
      payloadDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.stringify(events)).not.toMatch(/Okonkwo|C-1"|example\.org/);
  });

  it("pages through everything exactly once, whether or not the key may be seen", async () => {
    for (const dataset of ["customers", "invoices"]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page: ReadResult = await readDataset(agent.ctx(), {
          dataset,
          purpose,
          limit: 2,
          ...(cursor === undefined ? {} : { cursor }),
        });
        seen.push(...page.rows.map((row) => JSON.stringify(row)));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toHaveLength(dataset === "customers" ? 3 : 30);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it("gives joined columns of two datasets the same tokens and the customer one pseudonym", async () => {
    const other = await addReader(data, [
      { dataset: "customers", fields: { id: "tokenise", customer_number: "clear" } },
      { dataset: "invoices", fields: { id: "clear", customer_id: "tokenise" } },
    ]);
    const [ctxOne, ctxTwo] = [other.ctx(), other.ctx()];
    const customer = await readDataset(ctxOne, {
      dataset: "customers",
      purpose,
      where: [{ field: "customer_number", op: "eq", value: "C-2" }],
    });
    const invoice = await readDataset(ctxTwo, {
      dataset: "invoices",
      purpose,
      where: [{ field: "id", op: "eq", value: 1 }],
    });
    expect(invoice.rows[0]?.["customer_id"]).toBe(customer.rows[0]?.["id"]);
    const subjects = await Promise.all(
      [ctxOne, ctxTwo].map(
        async (ctx) => (await listEvents({ requestId: ctx.requestId, action: "access.completed" }))[0],
      ),
    );
    expect(subjects[0]).toMatchObject({ subjects: [expect.stringMatching(/^sub_/)] });
    expect(subjects[1]).toMatchObject({
      subjects: subjects[0]?.action === "access.completed" ? subjects[0].subjects : [],
    });
  });

  it.each([
    ["filter_on_protected_field", { where: [{ field: "email", op: "eq", value: "li@example.org" }] }],
    ["filter_on_protected_field", { where: [{ field: "id", op: "gt", value: 0 }] }],
    ["order_on_protected_field", { orderBy: [{ field: "phone" }] }],
    ["field_unknown", { fields: ["customer_number", "nope"] }],
    ["no_field_granted", { fields: ["id"] }],
    ["purpose_not_allowed", { purpose: "sales" }],
    ["purpose_unknown", { purpose: "fun" }],
    ["dataset_not_granted", { dataset: "employees" }],
  ])("is refused with %s, and the refusal is in the log", async (reason, change) => {
    const ctx = agent.ctx();
    const refusal = await refusalOf(readDataset(ctx, { dataset: "customers", purpose, ...change }));
    expect(refusal.reason).toBe(reason);
    const events = await listEvents({ requestId: ctx.requestId });
    expect(events).toMatchObject([{ action: "access.decided", decision: "deny", reason, id: refusal.decisionId }]);
    expect(JSON.stringify(events)).not.toContain("li@example.org");
  });
});
