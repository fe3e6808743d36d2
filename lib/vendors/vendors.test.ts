import { describe, expect, it } from "vitest";
import { addTestAgent } from "@/lib/agents/agents-fixture";
import { changeAgent } from "@/lib/agents/change-agent";
import { runSql } from "@/lib/catalog/test-discovery";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { testContext } from "@/lib/identity/test-contexts";
import { newSystemContext } from "@/lib/identity/new-context";
import type { VendorId } from "@/lib/kernel/ids";
import { addTestDataset } from "@/lib/scopes/scopes-fixture";
import { grantScope } from "@/lib/scopes/grant-scope";
import { addSubprocessor } from "./add-subprocessor";
import { addVendor, approve, fillIn, makePair } from "./assessment-fixture";
import { changeCertification } from "./change-certification";
import { changeVendor } from "./change-vendor";
import { confirmVendorChange } from "./confirm-vendor-change";
import { comparePolicyTexts } from "./compare-policy-texts";
import { exportVendors } from "./export-vendors";
import { getVendor } from "./get-vendor";
import { getVendorDependencies } from "./get-vendor-dependencies";
import { judgePolicyText } from "./judge-policy-text";
import { listDueReminders } from "./list-due-reminders";
import { listVendors } from "./list-vendors";
import { previewVendorLapse } from "./preview-vendor-lapse";
import { recordCertification } from "./record-certification";
import { recordPolicyText } from "./record-policy-text";
import { recordReminder } from "./record-reminder";
import { recordVendorLapses } from "./record-vendor-lapses";
import { registerVendor } from "./register-vendor";
import { removeCertification } from "./remove-certification";
import { removeSubprocessor } from "./remove-subprocessor";
import { removeVendor } from "./remove-vendor";
import { watchVendorPolicy } from "./watch-vendor-policy";

const database = await createTestDatabase();
const pair = await makePair();
const { steward, stewardId } = pair;
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const day = (days: number) => inDays(days).toISOString().slice(0, 10);
const at = (now: Date) => ({ ...steward, now });

async function addApproved(change: Parameters<typeof addVendor>[1] = {}, days = 200): Promise<VendorId> {
  const vendorId = await addVendor(pair, change);
  await approve(pair, await fillIn(pair, vendorId), { validUntil: inDays(days) });
  return vendorId;
}

async function findWaiting(vendorId: VendorId): Promise<string> {
  const [waiting, ...more] = (await getVendor(steward, vendorId)).waiting;
  if (waiting === undefined || more.length > 0) throw new Error("not one change waits");
  return waiting.id;
}

describe("a vendor", () => {
  it("has a name of its own, and one of them is ourselves", async () => {
    await registerVendor(steward, { name: "Ourselves", isOurselves: true, ownerId: stewardId });
    const again = { name: "Also ourselves", isOurselves: true, ownerId: stewardId };
    await expect(registerVendor(steward, again)).rejects.toMatchObject({ code: "conflict", field: "isOurselves" });
    await expect(registerVendor(steward, { ...again, name: "Ourselves", isOurselves: false })).rejects.toMatchObject({
      code: "conflict",
      field: "name",
    });
    await expect(registerVendor(steward, { name: "No owner", ownerId: crypto.randomUUID() })).rejects.toMatchObject({
      field: "ownerId",
    });
    await expect(
      registerVendor(steward, { name: "Nowhere", ownerId: stewardId, regions: ["Atlantis"] }),
    ).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("closes when its contract ends, on the day after its last, and opens again when the renewed one is entered and confirmed", async () => {
    const vendorId = await addApproved({ name: "Contracted", contractUntil: day(10) });
    const status = async (days: number) => (await getVendor(at(new Date(`${day(days)}T00:00:00Z`)), vendorId)).status;
    expect(await status(10)).toMatchObject({
      word: "ending",
      isCleared: true,
      next: { isCleared: false, obstacle: "vendor_contract_lapsed" },
    });
    expect(await status(11)).toMatchObject({ word: "closed", obstacle: "vendor_contract_lapsed" });
    const renewed = { vendorId, revision: 1, name: "Contracted", ownerId: stewardId, contractUntil: day(400) };
    expect(await changeVendor(steward, renewed)).toEqual({ isWaiting: true });
    expect((await status(11)).isCleared).toBe(false);
    await confirmVendorChange(pair.approver, { proposalId: await findWaiting(vendorId) });
    expect((await status(11)).isCleared).toBe(true);
  });

  it("is narrowed or closed by a certificate that is not valid, as it was said", async () => {
    const vendorId = await addApproved();
    const certificate = { name: "SOC 2", validFrom: day(-100), validUntil: day(5) };
    const certificationId = await recordCertification(steward, { vendorId, ...certificate, onLapse: "narrow" });
    const later = at(inDays(7));
    expect((await getVendor(later, vendorId)).status).toMatchObject({ isCleared: true, limits: { isNarrowed: true } });
    await changeCertification(steward, { certificationId, ...certificate, onLapse: "close" });
    expect((await getVendor(later, vendorId)).status).toMatchObject({
      obstacle: "vendor_certificate_lapsed",
      it: "SOC 2",
    });
    await expect(removeCertification(steward, { certificationId })).rejects.toMatchObject({ code: "conflict" });
    const backwards = { vendorId, name: "ISO", validFrom: day(5), validUntil: day(1) };
    await expect(recordCertification(steward, backwards)).rejects.toMatchObject({
      code: "invalid_input",
      field: "validUntil",
    });
  });

  it("that something hangs on is not removed", async () => {
    const [used, unused] = [await addApproved(), await addVendor(pair)];
    await expect(removeVendor(steward, { vendorId: used })).rejects.toMatchObject({ code: "conflict" });
    await removeVendor(steward, { vendorId: unused });
    await expect(getVendor(steward, unused)).rejects.toMatchObject({ code: "not_found" });
    await expect(getVendor(steward, "nonsense")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a chain of subprocessors", () => {
  const link = (vendorId: VendorId, subprocessorId: VendorId) =>
    addSubprocessor(steward, { vendorId, subprocessorId, service: "Hosting", reach: "all_data" });

  it("never leads back to where it began, near or far, also when both halves are added at the same moment", async () => {
    const [a, b, c, d] = [await addVendor(pair), await addVendor(pair), await addVendor(pair), await addVendor(pair)];
    await link(a, b);
    await link(b, c);
    for (const [from, to] of [
      [a, a],
      [b, a],
      [c, a],
    ] as const)
      await expect(link(from, to)).rejects.toMatchObject({ code: "conflict", field: "subprocessorId" });
    const results = await Promise.allSettled([link(c, d), link(d, a)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const circle = `INSERT INTO vendor_subprocessor (vendor_id, subprocessor_id, service, reach) VALUES ('${c}', '${a}', '', 'all_data')`;
    await expect(runSql(database.superuserUrl, circle)).rejects.toThrow(/stand behind itself/);
    await removeSubprocessor(steward, { vendorId: a, subprocessorId: b });
    await link(b, a);
    const none = { vendorId: a, subprocessorId: d, service: "Mail", reach: "some_categories" } as const;
    await expect(addSubprocessor(steward, none)).rejects.toMatchObject({ code: "invalid_input", field: "categories" });
  });
});

describe("the picture of who depends on whom", () => {
  it("leads from vendors over agents and datasets to categories, and says what would stop if one lapsed", async () => {
    const [front, behind] = [await addApproved({ name: "Front" }), await addApproved({ name: "Behind" })];
    await addSubprocessor(steward, { vendorId: front, subprocessorId: behind, service: "Hosting", reach: "all_data" });
    const agentId = await addTestAgent(stewardId as never, stewardId as never, "Dependent");
    const { description, model, topics } = await reader().agent.findUniqueOrThrow({ where: { id: agentId } });
    const ours = testContext({ kind: "system", process: "cli" });
    await changeAgent(ours, {
      agentId,
      name: "Dependent",
      description,
      model,
      topics,
      ownerId: stewardId,
      sponsorId: stewardId,
      vendorId: front,
      region: "DE",
    });
    const datasetId = await addTestDataset("people", [
      { name: "id", category: "identifier" },
      { name: "mail", category: "email" },
      { name: "card", category: "payment_context" },
    ]);
    const scope = {
      agentId,
      datasetId,
      purposes: ["customer_support"],
      rowsPerRequestMax: 5,
      note: "",
      expiresAt: inDays(20),
    };
    await grantScope(ours, { ...scope, note: "For a test.", fields: { id: "clear", mail: "mask" } });

    const picture = await getVendorDependencies(steward, { vendorId: front });
    expect(picture.vendors.map(({ name, isDirect }) => [name, isDirect]).sort()).toEqual([
      ["Behind", false],
      ["Front", true],
    ]);
    expect(picture.chains).toEqual([{ from: front, to: behind }]);
    expect(picture.grants).toEqual([{ agentId, datasetId, categories: ["email", "identifier"] }]);
    expect(picture.datasets).toEqual([{ id: datasetId, name: "people", categories: ["email", "identifier"] }]);
    const fromBehind = await getVendorDependencies(steward, { vendorId: behind });
    expect(fromBehind.agents.map(({ name }) => name)).toEqual(["Dependent"]);
    expect(fromBehind.chains).toEqual([{ from: front, to: behind }]);
    expect((await getVendorDependencies(steward, {})).agents.map(({ name }) => name)).toContain("Dependent");

    const before = (await reader().policyClock.findUniqueOrThrow({ where: { id: 1 } })).version;
    const preview = await previewVendorLapse(steward, { vendorId: behind });
    expect(preview.vendorsInFront).toEqual([{ id: front, name: "Front" }]);
    expect(preview.agents).toMatchObject([
      {
        id: agentId,
        effect: "refused",
        vendor: "Front",
        datasets: ["people"],
        purposes: ["customer_support"],
        reads: 0,
      },
    ]);
    expect((await reader().policyClock.findUniqueOrThrow({ where: { id: 1 } })).version).toBe(before);
  });
});

describe("the list of vendors", () => {
  it("pages by name, filters by what follows from the clock, and exports with formulas neutralised", async () => {
    const names = Array.from({ length: 53 }, (_, index) => `Listed ${String(index).padStart(2, "0")}`);
    for (const name of names) await addVendor(pair, { name });
    await addApproved({ name: "Listed approved", criticality: "high" }, 10);
    await addVendor(pair, { name: '=HYPERLINK("http://evil.example")' });
    const first = await listVendors(steward, { text: "listed" });
    expect(first.rows.map(({ name }) => name)).toEqual(names.slice(0, 50));
    const second = await listVendors(steward, { text: "listed", after: first.next ?? "" });
    expect(second.rows.map(({ name }) => name)).toEqual([...names.slice(50), "Listed approved"]);
    expect(second.next).toBeNull();
    const ending = await listVendors(steward, { text: "listed", status: "ending" });
    expect(ending.rows).toMatchObject([
      { name: "Listed approved", criticality: "high", openMusts: 0, status: { next: { obstacle: "vendor_expired" } } },
    ]);
    expect((await listVendors(at(inDays(11)), { text: "listed", status: "closed" })).rows).toHaveLength(50);
    expect((await listVendors(steward, { text: "listed", criticality: "high" })).rows).toHaveLength(1);
    expect((await listVendors(steward, { text: "100%" })).rows).toEqual([]);
    const { text } = await exportVendors(steward, {});
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(text.split("\r\n").length).toBeGreaterThan(56);
  });
});

describe("a watched text", () => {
  it("shows what a new form of it changed, and asks once whether the answers still hold", async () => {
    const vendorId = await addVendor(pair, { name: "Watched" });
    const watchId = await watchVendorPolicy(steward, {
      vendorId,
      kind: "policy",
      title: "Data policy",
      url: "https://watched.example/policy",
    });
    await recordPolicyText(steward, { watchId, text: "One.\nWe never train.\n", datedOn: day(-30) });
    await expect(
      recordPolicyText(steward, { watchId, text: "One.\r\nWe never train.\r\n", datedOn: day(0) }),
    ).rejects.toMatchObject({ code: "conflict" });
    const second = await recordPolicyText(steward, { watchId, text: "One.\nWe may train.\nThree.\n", datedOn: day(0) });
    expect(second).toMatchObject({ number: 2, linesAdded: 2, linesRemoved: 1 });
    const compared = await comparePolicyTexts(steward, { watchId });
    expect(compared.before?.number).toBe(1);
    expect(compared.after).toMatchObject({ number: 2, answersHold: null });
    expect(compared.lines.filter(({ kind }) => kind !== "same").map(({ kind, text }) => [kind, text])).toEqual([
      ["removed", "We never train."],
      ["added", "We may train."],
      ["added", "Three."],
    ]);
    expect((await listVendors(steward, { text: "Watched" })).rows[0]?.changesToJudge).toBe(1);
    await judgePolicyText(steward, { textId: second.textId, answersHold: false, note: "Ask about training" });
    await expect(judgePolicyText(steward, { textId: second.textId, answersHold: true })).rejects.toMatchObject({
      code: "conflict",
    });
    const forge = `UPDATE policy_text SET text = 'We never train.' WHERE id = '${second.textId}'`;
    await expect(runSql(database.superuserUrl, forge)).rejects.toThrow(/never changed/);
    expect((await listVendors(steward, { text: "Watched" })).rows[0]?.changesToJudge).toBe(0);
  });
});

describe("reminders", () => {
  const jobs = (now: Date) => ({ ...newSystemContext("jobs"), now });
  const dueFor = async (vendorId: VendorId, now: Date) =>
    (await listDueReminders(jobs(now))).filter((one) => one.vendorId === vendorId);

  it("come 30, 14, 7, 3 and 1 days before an end, each once, to the owner and the sponsors", async () => {
    const vendorId = await addApproved({ name: "Reminded" }, 40);
    const end = (await getVendor(steward, vendorId)).assessments[0]?.validUntil?.getTime() ?? 0;
    const seen: number[] = [];
    for (let hours = 40 * 24; hours > 0; hours -= 6) {
      for (const reminder of await dueFor(vendorId, new Date(end - hours * 3_600_000))) {
        seen.push(reminder.daysBefore);
        await recordReminder(jobs(new Date(end - hours * 3_600_000)), reminder);
        await expect(recordReminder(jobs(new Date()), reminder)).rejects.toMatchObject({ code: "conflict" });
      }
    }
    expect(seen).toEqual([30, 14, 7, 3, 1]);
    const events = await reader().auditEvent.findMany({
      where: { action: "vendor.reminded", text: { contains: vendorId } },
    });
    expect(events).toHaveLength(5);
    for (const { text } of events)
      expect(JSON.parse(text)).toMatchObject({ subject: "assessment", personIds: [stewardId] });
    const notices = await reader().notice.findMany({ where: { vendorId }, select: { personId: true, topic: true } });
    expect(notices).toEqual(Array.from({ length: 5 }, () => ({ personId: stewardId, topic: "vendor_ending" })));
  });

  it("that were missed come as the nearest one alone", async () => {
    const vendorId = await addApproved({ name: "Short" }, 5);
    expect((await dueFor(vendorId, new Date())).map(({ daysBefore }) => daysBefore)).toEqual([7]);
  });

  it("of a lapse come once, and nothing waits for them", async () => {
    const vendorId = await addApproved({ name: "Lapsing" }, 2);
    await recordVendorLapses(jobs(new Date()));
    const lapsed = () =>
      reader().auditEvent.findMany({ where: { action: "vendor.lapsed", text: { contains: vendorId } } });
    expect(await lapsed()).toHaveLength(0);
    const late = inDays(9);
    await recordVendorLapses(jobs(late));
    expect(await recordVendorLapses(jobs(late))).toBe(0);
    const [event, ...more] = await lapsed();
    expect(more).toEqual([]);
    const end = (await getVendor(steward, vendorId)).assessments[0]?.validUntil?.toISOString();
    const facts = { obstacle: "vendor_expired", personIds: [stewardId], lapsedAt: end, at: late.toISOString() };
    expect(JSON.parse(event?.text ?? "{}")).toMatchObject(facts);
  });
});
