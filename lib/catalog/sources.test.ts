import { describe, expect, test } from "vitest";
import { reader } from "@/lib/db/reader";
import { createTestDatabase, createTestSource } from "@/lib/db/test-database";
import { testPerson } from "@/lib/identity/test-contexts";
import { changeSource } from "./change-source";
import { type ConnectSourceInput, connectSource } from "./connect-source";
import { getSource } from "./get-source";
import { listSources } from "./list-sources";
import { asSteward, connectTestSource, runSql } from "./test-discovery";
import { testSource } from "./test-source";

const database = await createTestDatabase();
const source = await createTestSource();
const settings = {
  host: source.host,
  port: source.port,
  database: source.database,
  username: source.user,
  tlsMode: "disable",
} as const;

const wanted: ConnectSourceInput = { name: "Unused", ...settings, password: "pw" };

describe("connecting a source", () => {
  test("keeps the password where nobody can read it: not in a row, an event or an answer", async () => {
    const password = "correct horse battery staple";
    const sourceId = await connectSource(asSteward(), { ...wanted, name: "Secretive", password });
    const shown = JSON.stringify([await getSource(asSteward(), { sourceId }), await listSources(asSteward())]);
    const stored = await runSql(
      database.superuserUrl,
      "SELECT source::text AS row FROM source UNION ALL SELECT text FROM audit_event",
    );
    for (const text of [shown, ...stored.map(({ row }) => String(row))]) expect(text).not.toContain(password);
    expect(shown).not.toMatch(/password/i);
    const { passwordSealed } = await reader().source.findUniqueOrThrow({
      where: { id: sourceId },
      select: { passwordSealed: true },
    });
    expect(passwordSealed).toMatch(/^v1\.k1\.[\w-]+\.[\w-]+$/);
    expect(shown).not.toContain(passwordSealed);
  });

  test("takes a URL, with blanks and signs in its parts", async () => {
    const url =
      "postgresql://ann%40x:p%40ss%2Fword@db.example.com:6543/my%20data?sslmode=verify-full&application_name=x";
    const sourceId = await connectSource(asSteward(), { name: "By URL", url });
    expect(await getSource(asSteward(), { sourceId })).toMatchObject({
      host: "db.example.com",
      port: 6543,
      database: "my data",
      username: "ann@x",
      tlsMode: "verify_full",
      testedAt: null,
      datasetCount: 0,
      latestRun: null,
    });
  });

  test("verifies the server unless told otherwise, save on this machine", async () => {
    const far = await connectSource(asSteward(), { name: "Far", url: "postgresql://u:p@db.example.com/d" });
    const near = await connectSource(asSteward(), { name: "Near", url: "postgresql://u:p@127.0.0.1/d" });
    expect((await getSource(asSteward(), { sourceId: far })).tlsMode).toBe("verify_full");
    expect((await getSource(asSteward(), { sourceId: near })).tlsMode).toBe("disable");
  });

  test.each([
    ["name", { name: " " }],
    ["host", { host: "/var/run/postgresql" }],
    ["host", { host: "db.example.com/x" }],
    ["port", { port: 70_000 }],
    ["tlsMode", { tlsMode: "maybe" as "disable" }],
    ["url", { url: "mysql://u:secret-word@h/d" }],
    ["url", { url: "postgresql://u:secret-word@h/d?sslmode=sometimes" }],
    ["url", { url: "postgresql://u:secret-word%zz@h/d" }],
    ["database", { database: "a\nb" }],
  ])("names %s when it is wrong, and quotes nothing back: %j", async (field, changes) => {
    const error: unknown = await connectSource(asSteward(), { ...wanted, ...changes }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: "invalid_input", field });
    expect(String(error)).not.toContain("secret-word");
  });

  test("names what is missing", async () => {
    const missing = connectSource(asSteward(), { name: "Half", url: "postgresql://db.example.com/d" });
    await expect(missing).rejects.toMatchObject({ code: "invalid_input", field: "username" });
    const open = connectSource(asSteward(), { name: "Half", url: "postgresql://u@db.example.com/d" });
    await expect(open).rejects.toMatchObject({ code: "invalid_input", field: "password" });
  });

  test("refuses a name that is taken, also of two at once", async () => {
    const both = await Promise.allSettled([1, 2].map(() => connectSource(asSteward(), { ...wanted, name: "Twice" })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(connectSource(asSteward(), { ...wanted, name: "Twice" })).rejects.toMatchObject({
      code: "conflict",
      field: "name",
    });
  });

  test("is for stewards", async () => {
    for (const role of ["admin", "reviewer", "compliance"] as const) {
      await expect(connectSource(testPerson([role]), wanted)).rejects.toMatchObject({ code: "not_permitted" });
    }
    await expect(listSources(testPerson(["reviewer"]))).rejects.toMatchObject({ code: "not_permitted" });
  });
});

describe("changing a source", () => {
  test("keeps the password when only names change, and says so", async () => {
    const sourceId = await connectTestSource(source, { name: "Renamed later" });
    await changeSource(asSteward(), { sourceId, name: "Renamed", ...settings });
    expect((await testSource(asSteward(), { sourceId })).outcome).toBe("passed");
    const event = await reader().auditEvent.findFirstOrThrow({
      where: { action: "source.changed", sourceId },
      select: { text: true },
    });
    expect(JSON.parse(event.text)).toMatchObject({
      before: { name: "Renamed later" },
      after: { name: "Renamed" },
      isPasswordChanged: false,
    });
  });

  test("wants the password again before it is sent to another server", async () => {
    const sourceId = await connectTestSource(source, { name: "Stays here" });
    for (const change of [{ host: "evil.example.com" }, { port: 1234 }, { tlsMode: "require" as const }]) {
      const moved = changeSource(asSteward(), { sourceId, name: "Stays here", ...settings, ...change });
      await expect(moved).rejects.toMatchObject({ code: "invalid_input", field: "password" });
    }
    await changeSource(asSteward(), { sourceId, name: "Stays here", ...settings, port: 1234, password: "new" });
    expect((await getSource(asSteward(), { sourceId })).port).toBe(1234);
  });

  test("is in force for the next connection", async () => {
    const sourceId = await connectTestSource(source, { name: "Moves" });
    expect((await testSource(asSteward(), { sourceId })).outcome).toBe("passed");
    await changeSource(asSteward(), { sourceId, name: "Moves", ...settings, password: "wrong" });
    expect(await testSource(asSteward(), { sourceId })).toMatchObject({ outcome: "failed", code: "source_refused" });
  });
});

describe("testing a source", () => {
  test("says which server answered and whether its user could write, and keeps the outcome", async () => {
    const sourceId = await connectTestSource(source, { name: "Tested" });
    await runSql(source.url, "CREATE TABLE writable (id int)");
    const test = await testSource(asSteward(), { sourceId });
    expect(test).toMatchObject({ outcome: "passed", isWritable: true, serverVersion: expect.stringMatching(/^\d+/) });
    expect(await getSource(asSteward(), { sourceId })).toMatchObject({ testError: null, testedAt: expect.any(Date) });
  });

  test("keeps why it failed, with an event", async () => {
    const sourceId = await connectTestSource(source, { name: "Broken", port: 1 });
    expect(await testSource(asSteward(), { sourceId })).toMatchObject({
      outcome: "failed",
      code: "source_unreachable",
    });
    expect((await getSource(asSteward(), { sourceId })).testError).toBe("source_unreachable");
    const event = await reader().auditEvent.findFirstOrThrow({
      where: { action: "source.tested", sourceId },
      select: { reason: true },
    });
    expect(event.reason).toBe("source_unreachable");
  });
});
