import { describe, expect, it } from "vitest";
import { sequenceAll } from "@/lib/audit/log-fixture";
import { countUsesBatch } from "@/lib/audit/uses/count-uses";
import { connectClient } from "@/lib/db/connect-client";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, grantTestScope, makeTestData } from "@/lib/gateway/gateway-fixture";
import { readDataset } from "@/lib/gateway/read-dataset";
import type { RequestContext } from "@/lib/identity/request-context";
import { signInAs } from "@/lib/people/test-person";
import { getScope } from "@/lib/scopes/get-scope";
import { narrowScope, type NarrowScopeInput } from "@/lib/scopes/narrow-scope";
import { restoreScopeVersion } from "@/lib/scopes/restore-scope-version";
import { switchTwoPersonRule } from "@/lib/scopes/switch-two-person-rule";
import { listScopeFindings } from "./list-scope-findings";
import { previewNarrowing } from "./preview-narrowing";

await createTestDatabase();
const data = await makeTestData(`
  CREATE TABLE customers (id int PRIMARY KEY, city text, email text);
  INSERT INTO customers VALUES (1, 'Bonn', 'ada@example.com');
`);
const fields = { id: "clear", city: "clear", email: "mask" } as const;
const purpose = "customer_support";
const DAY_MS = 86_400_000;
const { ctx: steward } = await signInAs(["steward"]);
const later = (days: number): RequestContext => ({ ...steward, now: new Date(Date.now() + days * DAY_MS) });
const longScope = { dataset: "customers", fields, expiresAt: new Date(Date.now() + 100 * DAY_MS) };
const note = "For a test";

/** Counts what waits, with two counters at once, as two jobs' processes would. */
async function countUses(): Promise<void> {
  await sequenceAll();
  const clients = await Promise.all([connectClient("uses-one"), connectClient("uses-two")]);
  for (let passed = 1; passed > 0; )
    passed = Math.max(...(await Promise.all(clients.map((client) => countUsesBatch(client)))));
  await Promise.all(clients.map((client) => client.end()));
}

const countsOf = async (scopeId: string) =>
  Object.fromEntries(
    (await reader().scopeUse.findMany({ where: { scopeId } })).map(({ fieldName, uses }) => [fieldName, uses]),
  );

describe("uses", () => {
  it("are counted once for each scope and field that a released read rested on, whoever counts and however often", async () => {
    const agent = await addReader(data, [longScope]);
    const [first = ""] = agent.scopeIds;
    const read = (input: object) => readDataset(agent.ctx(), { dataset: "customers", purpose, ...input });
    await read({ fields: ["id"] });
    await read({ fields: ["id", "email"] });
    await read({ fields: ["id"], purpose: "billing" }).catch(() => undefined);
    const second = await grantTestScope(agent.agentId, data, { ...longScope, fields: { id: "clear" } });
    await read({ fields: ["id", "email"] });
    await countUses();
    await countUses();
    expect(await countsOf(first)).toEqual({ "": 3, id: 3, email: 1 });
    expect(await countsOf(second)).toEqual({ "": 1, id: 1 });
  });
});

describe("findings", () => {
  it("come from what the log shows: never used, and used only in part", async () => {
    const idle = await addReader(data, [longScope]);
    const busy = await addReader(data, [longScope]);
    await readDataset(busy.ctx(), { dataset: "customers", purpose, fields: ["id", "city"] });
    await countUses();
    const of = async (agentId: string, days: number) => {
      const [scope] = await listScopeFindings(later(days), { agentId });
      return (scope?.findings ?? []).filter(({ kind }) => kind.includes("used"));
    };
    expect(await of(idle.agentId, 1)).toEqual([]);
    expect(await of(idle.agentId, 20)).toMatchObject([{ kind: "never_used", narrowing: { kind: "end" } }]);
    expect(await of(busy.agentId, 20)).toMatchObject([{ kind: "fields_never_used", fields: ["email"] }]);
    expect(await of(busy.agentId, 40)).toMatchObject([{ kind: "unused" }]);
    const [scope] = await listScopeFindings(later(1), { agentId: busy.agentId });
    expect(scope?.fields.find(({ name }) => name === "city")).toMatchObject({ uses30: 1, uses90: 1 });
  });

  it("are narrowed at once, and undone as a version of its own", async () => {
    const agent = await addReader(data, [longScope]);
    const [scopeId = ""] = agent.scopeIds;
    await narrowScope(steward, { scopeId, versionSeen: 1, take: ["email"], treat: { city: "redact" }, note });
    expect((await getScope(steward, scopeId)).versions[0]?.fields).toEqual({ id: "clear", city: "redact" });
    await restoreScopeVersion(steward, { scopeId, versionSeen: 2, number: 1, note });
    expect((await getScope(steward, scopeId)).versions[0]).toMatchObject({ number: 3, fields });
  });

  it.each<[string, Partial<NarrowScopeInput>, string]>([
    ["a field that is not granted", { take: ["nope"] }, "take"],
    ["all of its fields", { take: ["id", "city", "email"] }, "take"],
    ["a looser treatment", { treat: { email: "clear" } }, "treat"],
    ["a later end", { expiresAt: new Date(Date.now() + 200 * DAY_MS) }, "expiresAt"],
  ])("cannot be narrowed by %s", async (_, less, field) => {
    const agent = await addReader(data, [longScope]);
    const [scopeId = ""] = agent.scopeIds;
    const input = { scopeId, versionSeen: 1, note, ...less };
    await expect(narrowScope(steward, input)).rejects.toMatchObject({ code: "invalid_input", field });
  });

  it("are narrowed without waiting while the two-person rule is on; the undo waits", async () => {
    const { ctx: admin } = await signInAs(["admin"]);
    const agent = await addReader(data, [longScope]);
    const [scopeId = ""] = agent.scopeIds;
    await switchTwoPersonRule(admin, { isOn: true, note });
    const narrowed = await narrowScope(steward, { scopeId, versionSeen: 1, take: ["email"], note });
    expect(narrowed.kind).toBe("in_force");
    const undone = await restoreScopeVersion(steward, { scopeId, versionSeen: 2, number: 1, note });
    expect(undone.kind).toBe("proposed");
  });
});

it("one click shows first what it would have refused, and is found no more once it was done", async () => {
  const agent = await addReader(data, [{ ...longScope, fields: { id: "clear", email: "clear" } }]);
  const [scopeId = ""] = agent.scopeIds;
  const where = [{ field: "email", op: "eq", value: "ada@example.com" }] as const;
  await readDataset(agent.ctx(), { dataset: "customers", purpose, fields: ["id"], where: [...where] });
  await readDataset(agent.ctx(), { dataset: "customers", purpose });
  const asked = { scopeId, finding: "sensitive_in_clear" } as const;
  const now = later(0);
  const preview = await previewNarrowing(now, asked);
  expect(preview).toMatchObject({
    less: { treat: { email: "mask" } },
    impact: {
      requests: 2,
      newlyRefused: { filter_on_protected_field: 1 },
      fields: [{ field: "email", more: 0, less: 1 }],
    },
  });
  await narrowScope(steward, { scopeId, versionSeen: 1, ...preview?.less, note });
  expect(await previewNarrowing(now, asked)).toBeNull();
});
