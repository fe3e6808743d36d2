import { afterEach, expect, it, vi } from "vitest";
import { issueAgentKey } from "@/lib/agents/issue-agent-key";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, makeTestData } from "@/lib/gateway/gateway-fixture";
import type { RequestContext } from "@/lib/identity/request-context";
import { testContext } from "@/lib/identity/test-contexts";
import type { VendorId } from "@/lib/kernel/ids";
import { approve, fillIn, makePair } from "@/lib/vendors/assessment-fixture";
import { changeVendor } from "@/lib/vendors/change-vendor";
import { confirmVendorChange } from "@/lib/vendors/confirm-vendor-change";
import { getVendor } from "@/lib/vendors/get-vendor";
import { startAssessment } from "@/lib/vendors/start-assessment";
import { submitAssessment } from "@/lib/vendors/submit-assessment";
import { startTestGate } from "./gate-fixture";

await createTestDatabase();
const data = await makeTestData("CREATE TABLE customers (id int PRIMARY KEY); INSERT INTO customers VALUES (1);");
const { call } = await startTestGate();
const DAY_MS = 86_400_000;

/** What the whole process takes for now, the gate with it. */
function setClock(at: Date): void {
  vi.useFakeTimers({ toFake: ["Date"], now: at });
}
afterEach(() => vi.useRealTimers());
const now = (ctx: RequestContext): RequestContext => ({ ...ctx, now: new Date() });

async function addGuardedReader() {
  const expiresAt = new Date(Date.now() + 300 * DAY_MS);
  const agent = await addReader(data, [{ dataset: "customers", fields: { id: "clear" }, expiresAt }]);
  const issued = { agentId: agent.agentId, label: "for longer", daysValid: 90 };
  const { key } = await issueAgentKey(testContext({ kind: "system", process: "cli" }), issued);
  const row = await reader().agent.findUniqueOrThrow({ where: { id: agent.agentId }, select: { vendorId: true } });
  const ask = async () => {
    const body = { dataset: "customers", purpose: "customer_support" };
    const answer = await call("POST", "/v1/read", { key, body });
    return { status: answer.status, code: answer.body["code"], rows: answer.body["rows"] };
  };
  return { vendorId: row.vendorId as VendorId, ask };
}
const READS = { status: 200, rows: [{ id: 1 }] };

it("the clock passes an assessment's end and the gate refuses; its renewal, decided by another, lets it read again", async () => {
  const pair = await makePair();
  const { vendorId, ask } = await addGuardedReader();
  const validUntil = new Date(Date.now() + 5 * DAY_MS);
  await approve(pair, await fillIn(pair, vendorId), { validUntil });
  expect(await ask()).toMatchObject(READS);
  setClock(new Date(validUntil.getTime() - 1));
  expect(await ask()).toMatchObject(READS);
  setClock(validUntil);
  expect(await ask()).toMatchObject({ status: 403, code: "vendor_expired" });

  const { templateId } = pair;
  const assessmentId = await startAssessment(now(pair.steward), { vendorId, templateId, isFromLast: true });
  await submitAssessment(now(pair.steward), { assessmentId });
  expect(await ask()).toMatchObject({ status: 403, code: "vendor_expired" });
  const renewed = { validUntil: new Date(validUntil.getTime() + 30 * DAY_MS) };
  const own = { ...pair, approver: now(pair.steward) };
  await expect(approve(own, assessmentId, renewed)).rejects.toMatchObject({ code: "not_permitted" });
  expect(await ask()).toMatchObject({ status: 403 });
  await approve({ ...pair, approver: now(pair.approver) }, assessmentId, renewed);
  expect(await ask()).toMatchObject(READS);
});

it("the clock passes a contract's last day and the gate refuses; a new date alone opens nothing, a second person's word does", async () => {
  const pair = await makePair();
  const { vendorId, ask } = await addGuardedReader();
  await approve(pair, await fillIn(pair, vendorId), { validUntil: new Date(Date.now() + 200 * DAY_MS) });
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  const change = async (contractUntil: string) => {
    const { name, revision, owner } = await getVendor(now(pair.steward), vendorId);
    return changeVendor(now(pair.steward), { vendorId, revision, name, ownerId: owner.id, contractUntil });
  };
  expect(await change(day(2))).toEqual({ isWaiting: false });
  expect(await ask()).toMatchObject(READS);
  setClock(new Date(`${day(3)}T00:00:00Z`));
  expect(await ask()).toMatchObject({ status: 403, code: "vendor_contract_lapsed" });
  expect(await change(day(60))).toEqual({ isWaiting: true });
  expect(await ask()).toMatchObject({ status: 403, code: "vendor_contract_lapsed" });
  const [waiting] = (await getVendor(now(pair.steward), vendorId)).waiting;
  await confirmVendorChange(now(pair.approver), { proposalId: waiting?.id ?? "" });
  expect(await ask()).toMatchObject(READS);
});
