import pg from "pg";
import { describe, expect, it } from "vitest";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { testContext } from "@/lib/identity/test-contexts";
import { definePurpose } from "@/lib/scopes/define-purpose";
import { record } from "./record";

const database = await createTestDatabase();
const refusal = { action: "access.unauthenticated", reason: "key_unknown" } as const;

describe("record", () => {
  it("stores the events of 500 concurrent callers, each once", async () => {
    const contexts = Array.from({ length: 500 }, () => testContext({ kind: "anonymous" }));
    await Promise.all(contexts.map((ctx) => record(ctx, [refusal])));
    const stored = await reader().auditEvent.findMany({
      where: { requestId: { in: contexts.map((ctx) => ctx.requestId) } },
      select: { requestId: true },
    });
    expect(stored).toHaveLength(500);
    expect(new Set(stored.map((event) => event.requestId)).size).toBe(500);
  });

  it("tells the policy version in force when the event was stored", async () => {
    const before = await record(testContext({ kind: "anonymous" }), [refusal]);
    await definePurpose(testContext({ kind: "system", process: "cli" }), { code: "later", sentence: "For a test" });
    const after = await record(testContext({ kind: "anonymous" }), [refusal]);
    expect(after.policyVersion).toBeGreaterThan(before.policyVersion);
  });

  it("rejects when it cannot be sure that the event is durable, and works again once the database does", async () => {
    const admin = new pg.Client({ connectionString: database.superuserUrl });
    await admin.connect();
    try {
      await admin.query(
        "ALTER TABLE audit_event ADD CONSTRAINT broken CHECK (action <> 'access.unauthenticated') NOT VALID",
      );
      await expect(record(testContext({ kind: "anonymous" }), [refusal])).rejects.toThrow();
      await admin.query("ALTER TABLE audit_event DROP CONSTRAINT broken");
      await admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gatehouse-record'",
      );
      const cut = testContext({ kind: "anonymous" });
      const isStored = await record(cut, [refusal]).then(
        () => true,
        () => false,
      );
      // Lost in between, an event may be stored and yet reported as failed; the reverse must never be.
      if (isStored) expect(await reader().auditEvent.count({ where: { requestId: cut.requestId } })).toBe(1);
      await expect(record(testContext({ kind: "anonymous" }), [refusal])).resolves.toHaveProperty("policyVersion");
    } finally {
      await admin.end();
    }
  });
});
