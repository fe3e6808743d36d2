import { describe, expect, it } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, makeTestData } from "@/lib/gateway/gateway-fixture";
import { issueDispatcherKey } from "@/lib/cases/issue-dispatcher-key";
import { testPerson } from "@/lib/identity/test-contexts";
import { ROUTES } from "./app";
import { addScenarioTenant } from "./authzen-scenario-fixture";
import { startTestGate } from "./gate-fixture";

await createTestDatabase();
const data = await makeTestData("CREATE TABLE customers (id int PRIMARY KEY)");
const agent = await addReader(data, [{ dataset: "customers", fields: { id: "clear" } }]);
const tenant = await addScenarioTenant("Matrix", false);
/** Each call comes from an address of its own, so that none is refused for the many without a key. */
const { call } = await startTestGate({ GATEHOUSE_TRUST_PROXY: "1" });

const steward = testPerson(["steward"]);
const dispatcher = await issueDispatcherKey(steward, { label: "Matrix", daysValid: 1 });
const unknown = `ghk_${"0".repeat(36)}`;
const KEYS = { nobody: undefined, unknown, agent: agent.key, tenant: tenant.key, dispatcher: dispatcher.key };
type Kind = keyof typeof KEYS;
const KINDS = Object.keys(KEYS) as Kind[];

const CELLS = ROUTES.flatMap(({ path, isOpen, keys = ["agent"], handlers }) =>
  Object.keys(handlers).flatMap((method) =>
    KINDS.map((kind) => ({
      method,
      path,
      kind,
      isLetIn: isOpen === true || keys.some((one) => one === kind),
      isForDispatchers: keys.includes("dispatcher"),
    })),
  ),
);

let callers = 0;

describe("every endpoint of the gate with every kind of key", () => {
  it("is tried", () => {
    expect(CELLS.length).toBeGreaterThan(70);
  });

  it.each(CELLS)(
    "$method $path with the key of $kind: let in is $isLetIn",
    async ({ method, path, kind, isLetIn, isForDispatchers }) => {
      const key = KEYS[kind];
      const address = path.replace(":id", "01a20b9d-0000-7000-8000-000000000000").replace("*", "0/000");
      const body = method === "POST" ? { body: {} } : {};
      callers += 1;
      const headers = { "x-forwarded-for": `10.${callers}.0.1` };
      const { status, body: answer } = await call(method, address, {
        headers,
        ...(key === undefined ? {} : { key }),
        ...body,
      });
      if (isLetIn) expect([401, 403].includes(status), `${status} ${String(answer["code"])}`).toBe(false);
      else expect(status).toBe(kind === "tenant" && !isForDispatchers ? 403 : 401);
    },
  );
});
