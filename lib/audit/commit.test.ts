import pg from "pg";
import { describe, expect, it } from "vitest";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { testContext } from "@/lib/identity/test-contexts";
import { canonicalJson, type Json } from "@/lib/kernel/canonical-json";
import { commit } from "./commit";

const database = await createTestDatabase();
const ctx = () => testContext({ kind: "system", process: "cli" });

function definePurpose(code: string) {
  return commit(ctx(), async (tx) => {
    await tx.purpose.create({ data: { code, sentence: "For a test" } });
    return { result: code, events: [{ action: "purpose.defined", after: { code, sentence: "For a test" } }] };
  });
}

async function run(url: string, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}

describe("commit", () => {
  it("stores a change and its event together", async () => {
    await definePurpose("together");
    const events = await reader().auditEvent.findMany({
      where: { action: "purpose.defined", text: { contains: "together" } },
    });
    expect(events).toHaveLength(1);
    expect(await reader().purpose.count({ where: { code: "together" } })).toBe(1);
  });

  it("leaves neither change nor event when the work fails", async () => {
    const before = await reader().auditEvent.count();
    const failing = commit(ctx(), async (tx) => {
      await tx.purpose.create({ data: { code: "lost", sentence: "For a test" } });
      throw new Error("the work failed");
    });
    await expect(failing).rejects.toThrow("the work failed");
    expect(await reader().purpose.count({ where: { code: "lost" } })).toBe(0);
    expect(await reader().auditEvent.count()).toBe(before);
  });

  it("undoes the change when its event cannot be stored", async () => {
    const impossible = commit(ctx(), async (tx) => {
      await tx.purpose.create({ data: { code: "unlogged", sentence: "For a test" } });
      return { result: null, events: [{ action: "purpose.defined", after: { code: "unlogged", sentence: "\ud800" } }] };
    });
    await expect(impossible).rejects.toThrow();
    expect(await reader().purpose.count({ where: { code: "unlogged" } })).toBe(0);
  });

  it("refuses an event of a megabyte, and the change with it", async () => {
    const huge = commit(ctx(), async (tx) => {
      await tx.purpose.create({ data: { code: "huge", sentence: "For a test" } });
      return {
        result: null,
        events: [{ action: "purpose.defined", after: { code: "huge", sentence: "x".repeat(1_000_000) } }],
      };
    });
    await expect(huge).rejects.toMatchObject({ code: "too_large" });
    expect(await reader().purpose.count({ where: { code: "huge" } })).toBe(0);
  });

  it("stores the exact canonical text of the event", async () => {
    await definePurpose("canonical");
    const event = await reader().auditEvent.findFirstOrThrow({ where: { text: { contains: '"canonical"' } } });
    const parsed = JSON.parse(event.text) as { [key: string]: Json };
    expect(canonicalJson(parsed)).toBe(event.text);
    expect(parsed).toMatchObject({
      id: event.id,
      at: event.at.toISOString(),
      action: event.action,
      requestId: event.requestId,
    });
  });
});

describe("the log", () => {
  it.each([
    ["update", "UPDATE audit_event SET text = ''"],
    ["delete", "DELETE FROM audit_event"],
    ["truncate", "TRUNCATE audit_event"],
  ])("refuses %s to the application, the owner and the superuser", async (name, sql) => {
    await definePurpose(`kept_after_${name}`);
    const before = await reader().auditEvent.count();
    expect(before).toBeGreaterThan(0);
    for (const url of [database.appUrl, database.ownerUrl, database.superuserUrl]) {
      await expect(run(url, sql)).rejects.toThrow(/permission denied|never changed or removed/);
    }
    expect(await reader().auditEvent.count()).toBe(before);
  });

  it("keeps an event when what it is about is gone", async () => {
    const { rows } = await run(
      database.superuserUrl,
      "SELECT count(*)::int AS references FROM pg_constraint WHERE contype = 'f' AND (conrelid = 'audit_event'::regclass OR confrelid = 'audit_event'::regclass)",
    );
    expect(rows).toEqual([{ references: 0 }]);
  });

  it("orders events of one request as they were made", async () => {
    const request = ctx();
    for (const code of ["first", "second", "third"]) {
      await commit(request, async (tx) => {
        await tx.purpose.create({ data: { code, sentence: "For a test" } });
        return { result: null, events: [{ action: "purpose.defined", after: { code, sentence: "For a test" } }] };
      });
    }
    const events = await reader().auditEvent.findMany({
      where: { requestId: request.requestId },
      orderBy: { id: "asc" },
    });
    expect(events.map((event) => JSON.parse(event.text).after.code)).toEqual(["first", "second", "third"]);
  });
});
