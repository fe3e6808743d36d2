import { execFile } from "node:child_process";
import { describe, expect, it } from "vitest";
import { startTestGate } from "@/gate/gate-fixture";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, listEvents, makeTestData, type TestScope } from "@/lib/gateway/gateway-fixture";

await createTestDatabase();
const data = await makeTestData(`
  CREATE TABLE customers (id uuid PRIMARY KEY, customer_number text NOT NULL, last_name text, email text);
  INSERT INTO customers VALUES ('00000000-0000-4000-8000-000000000001', 'C-1', 'Okonkwo', 'ada.okonkwo@example.org');
  CREATE TABLE invoices (id int PRIMARY KEY, customer_id uuid REFERENCES customers, issued_on date, total numeric(12,2));
  INSERT INTO invoices VALUES (1, '00000000-0000-4000-8000-000000000001', '2026-01-31', 119.00);
  CREATE TABLE sales_notes (id int PRIMARY KEY, body text);
`);
const { url } = await startTestGate();

function run(env: Record<string, string>): Promise<{ code: number; stdout: string; stderr: string }> {
  const { DATABASE_URL: _, ...rest } = process.env;
  const clean = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith("GATEHOUSE_")));
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", "cli/sample-agent.ts"],
      { env: { ...clean, ...env, NODE_ENV: "test" }, timeout: 15_000 },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
      },
    );
  });
}

async function runAs(scopes: readonly TestScope[]) {
  const agent = await addReader(data, scopes);
  return { agent, ...(await run({ GATEHOUSE_AGENT_KEY: agent.key, GATEHOUSE_GATE_URL: url })) };
}

describe("the sample agent", () => {
  it("looks up a customer, reads its invoices, and is refused three things it may not do, all of it in the log", async () => {
    const { agent, stdout, stderr, code } = await runAs([
      { dataset: "customers", fields: { id: "clear", customer_number: "clear", last_name: "mask" } },
      {
        dataset: "invoices",
        purposes: ["billing"],
        fields: { id: "clear", customer_id: "clear", issued_on: "clear", total: "clear" },
      },
    ]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toContain("Looking up customers by customer_number = C-1, for customer_support:");
    expect(stdout).toContain("last_name: O••• (mask)");
    expect(stdout).toContain("total: 119.00");
    for (const reason of ["no_field_granted", "filter_on_protected_field", "dataset_not_granted"])
      expect(stdout).toContain(`(${reason})`);
    expect(stdout).not.toMatch(/Okonkwo|example\.org/);
    const decisions = (await listEvents({ agentId: agent.agentId })).filter(
      (event) => event.action === "access.decided",
    );
    expect(decisions.map((event) => event.decision)).toEqual(["allow", "allow", "allow", "deny", "deny", "deny"]);
  });

  it("works usefully when nothing at all is granted", async () => {
    const { stdout, code } = await runAs([]);
    expect(code).toBe(0);
    expect(stdout).toContain("Nothing is granted yet");
    expect(stdout).toContain("(dataset_not_granted)");
  });

  it("works usefully when everything is granted in clear", async () => {
    const { stdout, code } = await runAs([{ dataset: "sales_notes", fields: { id: "clear", body: "clear" } }]);
    expect(code).toBe(0);
    expect(stdout).toContain("Nothing is masked in what is granted");
  });

  it.each([
    ["no key is set", {}, "No agent key"],
    ["the key is wrong", { GATEHOUSE_AGENT_KEY: "ghk_wrong", GATEHOUSE_GATE_URL: url }, "does not know this key"],
    [
      "no gate runs",
      { GATEHOUSE_AGENT_KEY: "ghk_x", GATEHOUSE_GATE_URL: "http://127.0.0.1:9" },
      "No gate answers at http://127.0.0.1:9",
    ],
  ])("says in one line what to do when %s", async (_, env, sentence) => {
    const { code, stderr } = await run(env);
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
