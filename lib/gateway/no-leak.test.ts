import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runSql } from "@/lib/catalog/test-discovery";
import { createTestDatabase } from "@/lib/db/test-database";
import { DomainError } from "@/lib/kernel/domain-error";
import { type Treatment, TREATMENTS } from "@/lib/kernel/vocabulary";
import { AccessDenied } from "@/lib/policy/access-denied";
import { addReader, listEvents, makeTestData, type TestScope } from "./gateway-fixture";
import { readDataset, type ReadResult } from "./read-dataset";

await createTestDatabase();
const FIELDS = ["id", "number", "last_name", "email", "phone", "iban", "note"] as const;
/** Each value holds its field's name between letters that no treatment keeps, so that any trace of it can be told. */
const toCore = (field: string): string => `zq${field.replace("_", "")}qz`;
const toValue = (field: string): string =>
  field === "email" ? `'${toCore(field)}' || i || '@mail.example'` : `'${toCore(field)}' || i || '-end'`;
const data = await makeTestData(`
  CREATE TABLE customers (${FIELDS.map((field) => `${field} text${field === "id" ? " PRIMARY KEY" : ""}`).join(", ")});
  INSERT INTO customers SELECT ${FIELDS.map(toValue).join(", ")} FROM generate_series(1, 12) i;
`);
const purposes = ["customer_support", "billing"] as const;

const scopes: fc.Arbitrary<TestScope> = fc.record({
  dataset: fc.constant("customers"),
  purposes: fc.subarray([...purposes], { minLength: 1 }),
  fields: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...FIELDS), fc.constantFrom(...TREATMENTS)), {
      minLength: 1,
      selector: ([field]) => field,
    })
    .map((pairs): Record<string, Treatment> => Object.fromEntries(pairs)),
  rowsPerRequestMax: fc.integer({ min: 1, max: 20 }),
});
const names = fc.uniqueArray(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 4 });
const queries = fc.record(
  {
    dataset: fc.constant("customers"),
    purpose: fc.constantFrom(...purposes),
    fields: names,
    where: fc.array(
      fc.record({
        field: fc.constantFrom(...FIELDS),
        op: fc.constantFrom("prefix", "gt", "ne"),
        value: fc.constantFrom("z", "zq"),
      }),
      { maxLength: 1 },
    ),
    orderBy: fc.array(fc.record({ field: fc.constantFrom(...FIELDS), direction: fc.constantFrom("asc", "desc") }), {
      maxLength: 1,
    }),
    limit: fc.integer({ min: 1, max: 20 }),
  },
  { requiredKeys: ["dataset", "purpose"] },
);

type Outcome = { result: ReadResult } | { error: DomainError };

async function attempt(work: Promise<ReadResult>): Promise<Outcome> {
  return work.then(
    (result) => ({ result }),
    (error: unknown) => {
      if (error instanceof DomainError) return { error };
      throw error;
    },
  );
}

describe("whatever is granted and asked", () => {
  it("no field outside the scopes is in a response, and none that is not clear can steer it", {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(scopes, { minLength: 1, maxLength: 3 }),
        fc.array(queries, { minLength: 1, maxLength: 6 }),
        async (granted, asked) => {
          const agent = await addReader(data, granted);
          for (const query of asked) {
            const ctx = agent.ctx();
            const outcome = await attempt(readDataset(ctx, query));
            const live = granted.filter((scope) => scope.purposes?.includes(query.purpose));
            const isClear = (field: string): boolean =>
              live.length > 0 && live.every((scope) => scope.fields?.[field] === "clear");
            const isGranted = (field: string): boolean =>
              live.length > 0 && live.every((scope) => scope.fields?.[field] !== undefined);
            const text = JSON.stringify(
              "result" in outcome ? outcome.result : { ...outcome.error, message: outcome.error.message },
            );
            for (const field of FIELDS) if (!isClear(field)) expect(text).not.toContain(toCore(field));
            expect(JSON.stringify(await listEvents({ requestId: ctx.requestId }))).not.toMatch(/zq[a-z]+qz/);
            const steering = [...(query.where ?? []), ...(query.orderBy ?? [])].map(({ field }) => field);
            if ("error" in outcome) {
              expect(outcome.error).toBeInstanceOf(AccessDenied);
              continue;
            }
            expect(steering.every(isClear)).toBe(true);
            for (const row of outcome.result.rows)
              for (const field of Object.keys(row)) expect(isGranted(field)).toBe(true);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it("a response is the same byte for byte whatever the withheld and redacted fields hold", {
    timeout: 60_000,
  }, async () => {
    const agent = await addReader(data, [
      {
        dataset: "customers",
        purposes: [...purposes],
        fields: { number: "clear", last_name: "mask", email: "redact" },
      },
    ]);
    const hidden = ["email", "phone", "iban", "note"];
    const withoutIds = (outcome: Outcome): string =>
      "result" in outcome
        ? JSON.stringify({
            rows: outcome.result.rows,
            fields: outcome.result.fields,
            isLast: outcome.result.nextCursor === null,
          })
        : JSON.stringify([outcome.error.code, outcome.error.message, outcome.error.field]);
    await fc.assert(
      fc.asyncProperty(
        queries,
        fc.array(fc.string({ unit: "grapheme-ascii" }), { minLength: 4, maxLength: 4 }),
        async (query, values) => {
          const before = withoutIds(await attempt(readDataset(agent.ctx(), query)));
          const set = hidden
            .map((field, index) => `${field} = '${values[index]?.replaceAll("'", "''")}' || md5(random()::text)`)
            .join(", ");
          await runSql(data.source.url, `UPDATE customers SET ${set}`);
          expect(withoutIds(await attempt(readDataset(agent.ctx(), query)))).toBe(before);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("an agent that guesses a masked value with every operator, order and cursor recovers no character of it", async () => {
    const agent = await addReader(data, [
      { dataset: "customers", fields: { number: "clear", last_name: "mask", iban: "tokenise" } },
    ]);
    const answers = new Set<string>();
    for (const field of ["last_name", "iban", "id"]) {
      for (const op of ["eq", "ne", "lt", "lte", "gt", "gte", "prefix"]) {
        for (const value of [toCore(field), `${toCore(field)}1-end`, "a"]) {
          const outcome = await attempt(
            readDataset(agent.ctx(), {
              dataset: "customers",
              purpose: "customer_support",
              where: [{ field, op, value }],
            }),
          );
          answers.add(
            "error" in outcome ? `${outcome.error.code} ${outcome.error.message.replace(field, "")}` : "rows",
          );
        }
      }
      const ordered = await attempt(
        readDataset(agent.ctx(), { dataset: "customers", purpose: "customer_support", orderBy: [{ field }] }),
      );
      expect("error" in ordered && ordered.error).toMatchObject({ reason: "order_on_protected_field" });
    }
    expect(answers.size).toBe(1);
  });
});
