import { describe, expect, it } from "vitest";
import { addTestAgent } from "@/lib/agents/agents-fixture";
import { changeAgent } from "@/lib/agents/change-agent";
import { runSql } from "@/lib/catalog/test-discovery";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { testContext, testPerson } from "@/lib/identity/test-contexts";
import type { VendorId } from "@/lib/kernel/ids";
import { signInAs } from "@/lib/people/test-person";
import { addSubprocessor } from "./add-subprocessor";
import { addVendor, approve, fillIn, makePair } from "./assessment-fixture";
import { changeCertification } from "./change-certification";
import { type ChangeVendorInput, changeVendor } from "./change-vendor";
import { confirmVendorChange } from "./confirm-vendor-change";
import { getVendor } from "./get-vendor";
import { listPressingVendors } from "./list-pressing-vendors";
import { listVendors } from "./list-vendors";
import { recordCertification } from "./record-certification";
import { rejectAnswer } from "./reject-answer";
import { removeCertification } from "./remove-certification";
import { removeSubprocessor } from "./remove-subprocessor";
import { turnDownVendorChange } from "./turn-down-vendor-change";

const database = await createTestDatabase();
const pair = await makePair();
const { steward, stewardId, approver } = pair;
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const day = (days: number) => inDays(days).toISOString().slice(0, 10);
const at = (days: number) => ({ ...steward, now: inDays(days) });

async function addApproved(change: Parameters<typeof addVendor>[1] = {}, days = 300): Promise<VendorId> {
  const vendorId = await addVendor(pair, change);
  await approve(pair, await fillIn(pair, vendorId), { validUntil: inDays(days) });
  return vendorId;
}

/** The form as it is filled with what is stored, and one thing in it changed. */
async function change(vendorId: VendorId, next: Partial<ChangeVendorInput>, ctx = steward) {
  const { name, revision, contractUntil, dpaUntil } = await getVendor(steward, vendorId);
  const asDay = (one: Date | null) => one?.toISOString().slice(0, 10);
  const stored = { contractUntil: asDay(contractUntil), dpaUntil: asDay(dpaUntil) };
  return changeVendor(ctx, { vendorId, revision, name, ownerId: stewardId, ...stored, ...next });
}
const waitingOf = async (vendorId: VendorId) => (await getVendor(steward, vendorId)).waiting;
const statusOn = async (vendorId: VendorId, days: number) => (await getVendor(at(days), vendorId)).status;
const eventsOf = async (vendorId: VendorId, action: string) =>
  (await reader().auditEvent.findMany({ where: { action, text: { contains: vendorId } }, orderBy: { id: "asc" } })).map(
    ({ text }) => JSON.parse(text) as Record<string, unknown>,
  );

describe("two people who change one vendor", () => {
  it("lose nothing: the second sees what the first saved, and can save after having seen it", async () => {
    const vendorId = await addVendor(pair);
    const second = await signInAs(["steward"]);
    const before = await getVendor(steward, vendorId);
    const form = { vendorId, revision: before.revision, name: before.name, ownerId: stewardId };
    await changeVendor(steward, { ...form, notes: "The first's." });
    await expect(changeVendor(second.ctx, { ...form, notes: "The second's." })).rejects.toMatchObject({
      code: "conflict",
      newest: { revision: before.revision + 1, notes: "The first's." },
      by: (await reader().person.findUniqueOrThrow({ where: { id: stewardId } })).name,
    });
    expect((await getVendor(steward, vendorId)).notes).toBe("The first's.");
    await changeVendor(second.ctx, { ...form, revision: before.revision + 1, notes: "Both's." });
    expect(await getVendor(steward, vendorId)).toMatchObject({ notes: "Both's.", revision: before.revision + 2 });
  });

  it("at the same moment are told apart: one is saved, the other is told", async () => {
    const vendorId = await addVendor(pair);
    const { name, revision } = await getVendor(steward, vendorId);
    const form = { vendorId, revision, name, ownerId: stewardId };
    const results = await Promise.allSettled(
      ["One.", "Other."].map((notes) => changeVendor(steward, { ...form, notes })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a change that lets agents do more, or for longer", () => {
  it("waits for a second person: a contract that goes on longer, while everything else is saved", async () => {
    const vendorId = await addApproved({ contractUntil: day(10), dpaUntil: day(50) });
    const longer = { contractUntil: day(200), dpaUntil: day(40), notes: "Renewed." };
    expect(await change(vendorId, longer)).toEqual({ isWaiting: true });
    const { notes, dpaUntil } = await getVendor(steward, vendorId);
    expect([notes, dpaUntil?.toISOString().slice(0, 10)]).toEqual(["Renewed.", day(40)]);
    expect(await statusOn(vendorId, 12)).toMatchObject({ obstacle: "vendor_contract_lapsed" });
    const [waiting] = await waitingOf(vendorId);
    expect(waiting?.content).toMatchObject({
      before: { contractUntil: day(10), dpaUntil: day(40) },
      after: { contractUntil: day(200), dpaUntil: day(40) },
    });
    const proposalId = waiting?.id ?? "";
    await expect(confirmVendorChange(steward, { proposalId })).rejects.toMatchObject({
      code: "not_permitted",
      message: expect.stringContaining("somebody else"),
    });
    await expect(confirmVendorChange(testPerson(["compliance"]), { proposalId })).rejects.toMatchObject({
      code: "not_permitted",
    });
    expect(await statusOn(vendorId, 12)).toMatchObject({ isCleared: false });
    await confirmVendorChange(approver, { proposalId });
    expect(await statusOn(vendorId, 12)).toMatchObject({ isCleared: true });
    await expect(confirmVendorChange(approver, { proposalId })).rejects.toMatchObject({ code: "conflict" });
    expect((await eventsOf(vendorId, "vendor.changed")).map((event) => event["widens"] ?? false)).toEqual([
      false,
      true,
    ]);
    expect(await eventsOf(vendorId, "vendor.change_confirmed")).toMatchObject([
      { kind: "agreements", proposedById: stewardId },
    ]);
  });

  it("waits also where it opens what lapsed, and never what was closed for another reason", async () => {
    const lapsed = await addApproved({ contractUntil: day(-5) });
    expect(await change(lapsed, { contractUntil: "" })).toEqual({ isWaiting: true });
    expect((await getVendor(steward, lapsed)).status.isCleared).toBe(false);
    const unassessed = await addVendor(pair, { contractUntil: day(-5) });
    expect(await change(unassessed, { contractUntil: day(90) })).toEqual({ isWaiting: false });
    expect(await waitingOf(unassessed)).toEqual([]);
  });

  it("never waits where it narrows, and overtakes what waited", async () => {
    const vendorId = await addApproved({ contractUntil: day(100) });
    await change(vendorId, { contractUntil: day(200) });
    const [waiting] = await waitingOf(vendorId);
    expect(await change(vendorId, { contractUntil: day(50) })).toEqual({ isWaiting: false });
    expect(await statusOn(vendorId, 60)).toMatchObject({ isCleared: false });
    expect(await waitingOf(vendorId)).toEqual([]);
    await expect(confirmVendorChange(approver, { proposalId: waiting?.id ?? "" })).rejects.toMatchObject({
      code: "conflict",
    });
    await change(vendorId, { contractUntil: day(210) });
    await change(vendorId, { contractUntil: day(220) });
    expect((await waitingOf(vendorId)).map(({ content }) => content.after)).toMatchObject([
      { contractUntil: day(220) },
    ]);
  });

  it("is a certificate that is renewed, or whose end does less", async () => {
    const vendorId = await addApproved();
    const certificate = { name: "SOC 2", validFrom: day(-100), validUntil: day(5), onLapse: "close" } as const;
    const certificationId = await recordCertification(steward, { vendorId, ...certificate });
    const asked = { certificationId, ...certificate };
    expect(await changeCertification(steward, { ...asked, validUntil: day(200) })).toEqual({ isWaiting: true });
    expect(await statusOn(vendorId, 7)).toMatchObject({ obstacle: "vendor_certificate_lapsed" });
    const [renewal] = await waitingOf(vendorId);
    await confirmVendorChange(approver, { proposalId: renewal?.id ?? "" });
    expect(await statusOn(vendorId, 7)).toMatchObject({ isCleared: true });
    const renewed = { ...asked, validUntil: day(200) };
    expect(await changeCertification(steward, { ...renewed, onLapse: "nothing" })).toEqual({ isWaiting: true });
    await expect(removeCertification(steward, { certificationId })).rejects.toMatchObject({ code: "conflict" });
    expect(await changeCertification(steward, { ...renewed, validUntil: day(100) })).toEqual({ isWaiting: false });
    expect(await waitingOf(vendorId)).toEqual([]);
  });

  it("is a subprocessor taken away that closed the vendor; it can be turned down, and then nothing is different", async () => {
    const [front, behind] = [await addApproved(), await addVendor(pair)];
    await addSubprocessor(steward, { vendorId: front, subprocessorId: behind, service: "Hosting", reach: "all_data" });
    const removal = { vendorId: front, subprocessorId: behind };
    expect(await removeSubprocessor(steward, removal)).toEqual({ isWaiting: true });
    const [first] = await waitingOf(front);
    await turnDownVendorChange(steward, { proposalId: first?.id ?? "" });
    expect((await getVendor(steward, front)).status).toMatchObject({ obstacle: "vendor_subprocessor_not_cleared" });
    await removeSubprocessor(steward, removal);
    const [second] = await waitingOf(front);
    await confirmVendorChange(approver, { proposalId: second?.id ?? "" });
    expect(await getVendor(steward, front)).toMatchObject({ subprocessors: [], status: { isCleared: true } });
    expect(await eventsOf(front, "vendor.subprocessor_removed")).toMatchObject([{ widens: true }]);
    const forge = `UPDATE vendor_proposal SET state = 'waiting' WHERE id = '${second?.id}'`;
    await expect(runSql(database.superuserUrl, forge)).rejects.toThrow(/never changed/);
  });

  it("of an agent's vendor, or of where it runs, is said by the event", async () => {
    const [open, closed] = [await addApproved(), await addVendor(pair)];
    const agentId = await addTestAgent(stewardId as never, stewardId as never, "Moved");
    const { description, model, topics } = await reader().agent.findUniqueOrThrow({ where: { id: agentId } });
    const facts = { agentId, name: "Moved", description, model, topics, ownerId: stewardId, sponsorId: stewardId };
    const ours = testContext({ kind: "system", process: "cli" });
    for (const vendorId of [closed, open, closed]) await changeAgent(ours, { ...facts, vendorId, region: "DE" });
    const regional = await addVendor(pair);
    await approve(pair, await fillIn(pair, regional), { conditions: { regions: ["US"] } });
    for (const region of ["DE", "US", "FR"]) await changeAgent(ours, { ...facts, vendorId: regional, region });
    const changes = await reader().auditEvent.findMany({
      where: { action: "agent.changed", agentId },
      orderBy: { id: "asc" },
    });
    const widens = changes.map(({ text }) => (JSON.parse(text) as { widens?: true }).widens === true);
    expect(widens).toEqual([false, true, false, true, true, false]);
  });
});

describe("what is pressing about vendors", () => {
  const pressing = async (ctx = steward) =>
    (await listPressingVendors(ctx)).map(({ kind, vendor }) => `${kind} ${vendor}`);

  it("is what ends within 30 days, what lapsed while agents rest on it, open musts, and what waits for this person", async () => {
    const [soon, later] = [await addApproved({ name: "Soon" }, 29), await addApproved({ name: "Later" }, 31)];
    expect(await pressing()).toContain("vendor_ending Soon");
    expect(await pressing()).not.toContain("vendor_ending Later");
    const agentId = await addTestAgent(stewardId as never, stewardId as never, "Resting");
    const { description, model, topics } = await reader().agent.findUniqueOrThrow({ where: { id: agentId } });
    const facts = { agentId, name: "Resting", description, model, topics, ownerId: stewardId, sponsorId: stewardId };
    await changeAgent(testContext({ kind: "system", process: "cli" }), { ...facts, vendorId: soon, region: "DE" });
    expect(await pressing(at(29.5))).toContain("vendor_closed Soon");
    expect(await pressing(at(31.5))).not.toContain("vendor_closed Later");
    await change(later, { contractUntil: day(5) });
    await change(later, { contractUntil: "" });
    expect(await pressing(approver)).toContain("vendor_change_waiting Later");
    expect(await pressing()).not.toContain("vendor_change_waiting Later");
    const submitted = await addVendor(pair, { name: "Submitted" });
    await fillIn(pair, submitted);
    expect(await pressing(approver)).toContain("assessment_waiting Submitted");
    expect(await pressing()).not.toContain("assessment_waiting Submitted");
    await expect(listPressingVendors(testPerson(["reviewer"]))).rejects.toMatchObject({ code: "not_permitted" });
  });
});

describe("a list by what follows from the clock", () => {
  const isListed = async (name: string, status: "cleared" | "closed") =>
    (await listVendors(steward, { text: name, status })).rows.some((row) => row.name === name);

  it("shows each change at once, of the vendor and of one that it works through, also after other changes of policy", async () => {
    const [front, behind] = [await addApproved({ name: "Shown front" }), await addApproved({ name: "Shown behind" })];
    expect(await isListed("Shown front", "cleared")).toBe(true);
    await addSubprocessor(steward, { vendorId: front, subprocessorId: behind, service: "Hosting", reach: "all_data" });
    expect(await isListed("Shown front", "cleared")).toBe(true);
    await addTestAgent(stewardId as never, stewardId as never, "Ticks the clock");
    expect(await isListed("Shown front", "cleared")).toBe(true);
    const assessment = await reader().assessment.findFirstOrThrow({
      where: { vendorId: behind },
      select: { id: true, answers: { select: { id: true } } },
    });
    const answerId = assessment.answers[0]?.id ?? "";
    const rejection = { assessmentId: assessment.id, questionKey: "agreement", answerId, note: "Not so." };
    await rejectAnswer(steward, rejection);
    expect(await isListed("Shown behind", "closed")).toBe(true);
    expect(await isListed("Shown front", "closed")).toBe(true);
    await addVendor(pair, { name: "Shown new" });
    expect(await isListed("Shown new", "closed")).toBe(true);
  });
});
