import { afterAll, expect, it } from "vitest";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, makeTestData } from "@/lib/gateway/gateway-fixture";
import { approve, fillIn, makePair } from "@/lib/vendors/assessment-fixture";
import { callGate } from "./gate-fixture";
import { type GateProcess, startGateProcess } from "./gate-process-fixture";

await createTestDatabase();
const data = await makeTestData("CREATE TABLE customers (id int PRIMARY KEY); INSERT INTO customers VALUES (1);");
const gates: GateProcess[] = [];
afterAll(() => Promise.all(gates.map((gate) => gate.stop("SIGKILL"))));

const AHEAD_MS = 6_000;
const WITHIN_MS = 1_000;
const LEAST_ANSWERS = 5;

type Answered = { at: number; status: number; code: unknown };

it("an assessment that expires is refused within one second in each of three gates, and none releases a row asked for after it", {
  timeout: 120_000,
}, async () => {
  const agent = await addReader(data, [{ dataset: "customers", fields: { id: "clear" } }]);
  for (let index = 0; index < 3; index += 1) gates.push(await startGateProcess());
  const ask = async ({ url }: GateProcess): Promise<Answered> => {
    const at = Date.now();
    const body = { dataset: "customers", purpose: "customer_support" };
    const answer = await callGate(url, "POST", "/v1/read", { key: agent.key, body });
    return { at, status: answer.status, code: answer.body["code"] };
  };
  for (const gate of gates) expect(await ask(gate)).toMatchObject({ status: 200 });
  const pair = await makePair();
  const { vendorId } = await reader().agent.findUniqueOrThrow({
    where: { id: agent.agentId },
    select: { vendorId: true },
  });
  const validUntil = new Date(Date.now() + AHEAD_MS);
  await approve(pair, await fillIn(pair, vendorId as Parameters<typeof fillIn>[1]), { validUntil });
  const end = validUntil.getTime();

  const askOn = async (gate: GateProcess): Promise<Answered[]> => {
    const answers: Answered[] = [];
    while (Date.now() < end + 2 * WITHIN_MS) answers.push(await ask(gate));
    return answers;
  };
  const all = await Promise.all(gates.map(askOn));
  for (const answers of all) {
    const [before, after] = [answers.filter(({ at }) => at < end), answers.filter(({ at }) => at >= end)];
    expect(before.filter(({ status }) => status === 200).length).toBeGreaterThan(LEAST_ANSWERS);
    expect(after.length).toBeGreaterThan(LEAST_ANSWERS);
    // Processes of one machine share its clock, so not even the second is needed.
    expect(after.every(({ status, code }) => status === 403 && code === "vendor_expired")).toBe(true);
    const first = answers.find(({ status }) => status === 403);
    expect((first?.at ?? Number.POSITIVE_INFINITY) - end).toBeLessThan(WITHIN_MS);
  }
});
