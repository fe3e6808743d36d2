import { describe, expect, it } from "vitest";
import { addTestAgent, addTestPerson } from "@/lib/agents/agents-fixture";
import { retireAgent } from "@/lib/agents/retire-agent";
import { reader } from "@/lib/db/reader";
import { getWriterPool } from "@/lib/db/pool";
import { createTestDatabase } from "@/lib/db/test-database";
import { testPerson } from "@/lib/identity/test-contexts";
import { changeScope } from "./change-scope";
import { definePurpose } from "./define-purpose";
import { getScope } from "./get-scope";
import { grantScope, type GrantScopeInput } from "./grant-scope";
import { listFieldGrants } from "./list-field-grants";
import { listScopes } from "./list-scopes";
import { revokeScope } from "./revoke-scope";
import { addTestDataset } from "./scopes-fixture";

await createTestDatabase();
const ownerId = await addTestPerson();
const agentId = await addTestAgent(ownerId, ownerId, "Reader");
const datasetId = await addTestDataset("customers", [
  { name: "id", dataType: "uuid", keyPosition: 1, category: "identifier" },
  { name: "name", category: "name" },
  { name: "email", category: "email" },
  { name: 'say "hi"; DROP TABLE x', category: "none" },
]);
const steward = () => testPerson(["steward"], ownerId);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

function wish(over: Partial<GrantScopeInput> = {}): GrantScopeInput {
  return {
    agentId,
    datasetId,
    purposes: ["customer_support"],
    fields: { id: "clear", name: "mask" },
    rowsPerRequestMax: 50,
    expiresAt: inDays(30),
    note: "For a test",
    ...over,
  };
}

describe("a scope", () => {
  it("is granted as version 1 with an event that holds all of it", async () => {
    const scopeId = await grantScope(steward(), wish());
    const event = await reader().auditEvent.findFirstOrThrow({
      where: { action: "scope.granted", text: { contains: scopeId } },
    });
    expect(JSON.parse(event.text)).toMatchObject({
      scopeId,
      version: 1,
      after: { purposes: ["customer_support"], fields: { id: "clear", name: "mask" }, rowsPerRequestMax: 50 },
    });
  });

  it.each([
    ["an unknown field", { fields: { nope: "clear" } }, "fields"],
    ["no field", { fields: {} }, "fields"],
    ["an unknown treatment", { fields: { id: "open" } }, "fields.id"],
    ["an unknown purpose", { purposes: ["fun"] }, "purposes"],
    ["no purpose", { purposes: [] }, "purposes"],
    ["a bound on an unknown field", { rowBound: [{ field: "nope", op: "eq", value: 1 }] }, "rowBound"],
    ["a bound whose value does not fit the field", { rowBound: [{ field: "id", op: "eq", value: "7" }] }, "rowBound"],
    [
      "a bound whose operator does not fit the field",
      { rowBound: [{ field: "id", op: "prefix", value: "7" }] },
      "rowBound",
    ],
    ["a bound with an unknown operator", { rowBound: [{ field: "id", op: "like", value: "x" }] }, "rowBound.0"],
    ["an expiry in the past", { expiresAt: inDays(-1) }, "expiresAt"],
    ["an expiry beyond a year", { expiresAt: inDays(500) }, "expiresAt"],
    ["no rows", { rowsPerRequestMax: 0 }, "rowsPerRequestMax"],
    ["no reason", { note: " " }, "note"],
    ["no agent", { agentId: "nobody" }, "agentId"],
  ] as const)("is refused with %s, naming the field", async (_, over, field) => {
    const before = await reader().scope.count();
    await expect(grantScope(steward(), wish(over as Partial<GrantScopeInput>))).rejects.toMatchObject({
      code: "invalid_input",
      field,
    });
    expect(await reader().scope.count()).toBe(before);
  });

  it("may name fields with quotes, spaces and SQL in them, and nothing happens but that", async () => {
    const scopeId = await grantScope(steward(), wish({ fields: { 'say "hi"; DROP TABLE x': "clear" } }));
    expect((await getScope(steward(), scopeId)).versions[0]?.fields).toEqual({ 'say "hi"; DROP TABLE x': "clear" });
  });

  it("keeps every version, with what changed and which way it goes", async () => {
    const scopeId = await grantScope(steward(), wish());
    const {
      agentId: _a,
      datasetId: _d,
      ...rest
    } = wish({ fields: { id: "clear", name: "clear" }, rowsPerRequestMax: 10 });
    expect(await changeScope(steward(), { ...rest, scopeId, versionSeen: 1 })).toBe(2);
    const scope = await getScope(steward(), scopeId);
    expect(scope.versions.map((version) => version.number)).toEqual([2, 1]);
    const changes = scope.versions[0]?.changes.map(({ part, direction }) => `${part} ${direction}`);
    expect(changes).toEqual(expect.arrayContaining(["field widens", "rows_per_request narrows"]));
  });

  it("is not changed by somebody who saw an older version", async () => {
    const scopeId = await grantScope(steward(), wish());
    const { agentId: _a, datasetId: _d, ...rest } = wish();
    const changes = [10, 20].map((rowsPerRequestMax) =>
      changeScope(steward(), { ...rest, rowsPerRequestMax, scopeId, versionSeen: 1 }),
    );
    const results = await Promise.allSettled(changes);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  });

  it("ends at once when it is revoked, and cannot be changed any more", async () => {
    const scopeId = await grantScope(steward(), wish());
    await revokeScope(steward(), { scopeId, note: "Not needed" });
    expect((await getScope(steward(), scopeId)).status).toBe("revoked");
    const { agentId: _a, datasetId: _d, ...rest } = wish();
    await expect(changeScope(steward(), { ...rest, scopeId, versionSeen: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(revokeScope(steward(), { scopeId, note: "Again" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("shows which live scopes it overlaps with", async () => {
    const other = await addTestAgent(ownerId, ownerId);
    const first = await grantScope(steward(), wish({ agentId: other }));
    const second = await grantScope(steward(), wish({ agentId: other, fields: { id: "redact" } }));
    expect((await getScope(steward(), first)).overlaps.map((overlap) => overlap.id)).toEqual([second]);
    await revokeScope(steward(), { scopeId: second, note: "Overlap" });
    expect((await getScope(steward(), first)).overlaps).toEqual([]);
  });

  it("is never granted to a retired agent", async () => {
    const retired = await addTestAgent(ownerId, ownerId);
    await retireAgent(steward(), { agentId: retired });
    await expect(grantScope(steward(), wish({ agentId: retired }))).rejects.toMatchObject({ code: "conflict" });
  });

  it("is listed for its field only while it is live", async () => {
    const reads = await addTestAgent(ownerId, ownerId, "Only reader");
    const scopeId = await grantScope(steward(), wish({ agentId: reads, fields: { email: "tokenise" } }));
    const grants = (await listFieldGrants(steward(), datasetId)).filter((grant) => grant.agent.id === reads);
    expect(grants).toMatchObject([{ field: "email", treatment: "tokenise", scopeId, agent: { name: "Only reader" } }]);
    await revokeScope(steward(), { scopeId, note: "Done" });
    expect((await listFieldGrants(steward(), datasetId)).filter((grant) => grant.agent.id === reads)).toEqual([]);
  });

  it("is listed page by page, each scope once", async () => {
    const busy = await addTestAgent(ownerId, ownerId);
    for (let index = 0; index < 55; index += 1) await grantScope(steward(), wish({ agentId: busy }));
    const first = await listScopes(steward(), { agentId: busy });
    const second = await listScopes(steward(), { agentId: busy, after: first.next ?? undefined });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 5, null]);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(55);
  });

  it("cannot have its history changed, not even by the owner of the tables", async () => {
    await expect(getWriterPool().query("UPDATE scope_version SET note = 'other'")).rejects.toThrow(
      /permission denied|never changed/,
    );
    await expect(getWriterPool().query("DELETE FROM scope_field")).rejects.toThrow(/permission denied|never changed/);
  });
});

describe("the policy clock", () => {
  const read = async () => (await reader().policyClock.findUniqueOrThrow({ where: { id: 1 } })).version;

  it("ticks once for each change that can alter a decision", async () => {
    const before = await read();
    const scopeId = await grantScope(steward(), wish());
    expect(await read()).toBe(before + 1n);
    await revokeScope(steward(), { scopeId, note: "Done" });
    expect(await read()).toBe(before + 2n);
    await definePurpose(steward(), { code: "ticking", sentence: "For a test" });
    expect(await read()).toBe(before + 3n);
  });

  it("does not tick for a change that failed", async () => {
    const before = await read();
    await expect(grantScope(steward(), wish({ purposes: ["fun"] }))).rejects.toThrow();
    expect(await read()).toBe(before);
  });

  it("cannot be set by the application", async () => {
    await expect(getWriterPool().query("UPDATE policy_clock SET version = 0")).rejects.toThrow(/permission denied/);
  });
});
