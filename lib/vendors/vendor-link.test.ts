import { describe, expect, it } from "vitest";
import { runSql } from "@/lib/catalog/test-discovery";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { testContext } from "@/lib/identity/test-contexts";
import type { AssessmentId } from "@/lib/kernel/ids";
import { signInAs } from "@/lib/people/test-person";
import { sha256Hex } from "@/lib/runtime/hashing";
import { addVendor, makePair } from "./assessment-fixture";
import { attachOfferedEvidence } from "./attach-offered-evidence";
import { dismissOfferedAnswer } from "./dismiss-offered-answer";
import { getAssessment } from "./get-assessment";
import { makeVendorLink } from "./make-vendor-link";
import { openVendorLink } from "./open-vendor-link";
import { revokeVendorLink } from "./revoke-vendor-link";
import { saveAnswer } from "./save-answer";
import { saveOfferedAnswer } from "./save-offered-answer";
import { startAssessment } from "./start-assessment";
import { submitAssessment } from "./submit-assessment";
import { submitOfferedAnswers } from "./submit-offered-answers";
import { takeOfferedAnswer } from "./take-offered-answer";

const database = await createTestDatabase();
const pair = await makePair();
const { steward, templateId } = pair;
const DAY_MS = 86_400_000;
let next = 1;
/** Somebody at the vendor, from an address of their own. */
const visitor = (now = new Date(), address = `198.51.100.${(next += 1)}`) => ({
  ...testContext({ kind: "anonymous" }, now),
  address,
});
const refusal = { code: "not_found", message: expect.stringContaining("does not work") };

async function makeLink(assessmentId: AssessmentId, daysValid = 7) {
  const { url, linkId } = await makeVendorLink(steward, { assessmentId, daysValid });
  return { token: url.split("#")[1] ?? "", linkId };
}
async function startOne() {
  const vendorId = await addVendor(pair);
  const assessmentId = await startAssessment(steward, { vendorId, templateId });
  return { vendorId, assessmentId, ...(await makeLink(assessmentId)) };
}
async function questionOf(assessmentId: AssessmentId, key: string) {
  return (await getAssessment(steward, assessmentId)).questions.find(({ question }) => question.key === key);
}

describe("a vendor's link", () => {
  it("is stored as a digest of 256 bits, and the token is in no event", async () => {
    const { token, linkId } = await startOne();
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const row = await reader().vendorLink.findUniqueOrThrow({ where: { id: linkId } });
    expect(row.tokenHash).toBe(sha256Hex(token));
    const events = await reader().auditEvent.findMany({ where: { action: { startsWith: "vendor_link." } } });
    expect(events.length).toBeGreaterThan(0);
    for (const { text } of events) expect(text).not.toContain(token);
  });

  it("shows what is asked, and nothing of our own answers, weights and musts", async () => {
    const { assessmentId, token } = await startOne();
    await saveAnswer(steward, {
      assessmentId,
      questionKey: "places",
      revision: 0,
      value: "Kryllbo",
      strength: "refuted",
      note: "We doubt it",
    });
    const opened = await openVendorLink(visitor(), { token });
    expect(opened.questions.map(({ key }) => key)).toEqual(["agreement", "training", "retention", "places", "report"]);
    expect(JSON.stringify(opened)).not.toMatch(/Kryllbo|doubt|weight|isMust|strengthMin|rule/);
  });

  it("takes answers and files that count only after somebody of ours took them", async () => {
    const { assessmentId, token } = await startOne();
    const fileId = await attachOfferedEvidence(visitor(), {
      token,
      name: "dpa.pdf",
      bytes: new TextEncoder().encode("%PDF-1.7"),
    });
    await saveOfferedAnswer(visitor(), {
      token,
      questionKey: "agreement",
      revision: 0,
      value: "yes",
      fileIds: [fileId],
    });
    await saveOfferedAnswer(visitor(), { token, questionKey: "retention", revision: 0, value: 3 });
    await saveOfferedAnswer(visitor(), { token, questionKey: "retention", revision: 1, value: 0 });
    expect((await questionOf(assessmentId, "agreement"))?.offers).toEqual([]);
    expect(await submitOfferedAnswers(visitor(), { token })).toEqual({ count: 2 });
    const waiting = await questionOf(assessmentId, "agreement");
    expect(waiting).toMatchObject({
      answer: null,
      judged: { standing: "not_stated" },
      offers: [{ value: "yes", state: "offered" }],
    });
    expect(waiting?.offers[0]?.files).toMatchObject([{ id: fileId, name: "dpa.pdf" }]);
    const offerId = waiting?.offers[0]?.id ?? "";
    await takeOfferedAnswer(steward, { offerId, revision: 0, strength: "documented" });
    expect(await questionOf(assessmentId, "agreement")).toMatchObject({
      answer: { value: "yes", strength: "documented" },
      judged: { standing: "good" },
    });
    await expect(takeOfferedAnswer(steward, { offerId, revision: 1 })).rejects.toMatchObject({ code: "conflict" });
    const other = (await questionOf(assessmentId, "retention"))?.offers[0]?.id ?? "";
    await dismissOfferedAnswer(steward, { offerId: other, note: "The contract says 30" });
    expect(await questionOf(assessmentId, "retention")).toMatchObject({
      answer: null,
      offers: [{ value: 0, state: "dismissed" }],
    });
    expect(
      (await openVendorLink(visitor(), { token })).answers.map(({ questionKey, state }) => [questionKey, state]),
    ).toEqual([
      ["agreement", "taken"],
      ["retention", "dismissed"],
    ]);
  });

  it("does not overwrite what somebody else with the same link saved, nor what was handed over", async () => {
    const { token } = await startOne();
    const about = { token, questionKey: "places", revision: 0 } as const;
    const results = await Promise.allSettled(
      ["A", "B"].map((value) => saveOfferedAnswer(visitor(), { ...about, value })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [kept] = (await openVendorLink(visitor(), { token })).answers;
    await expect(saveOfferedAnswer(visitor(), { ...about, value: "C" })).rejects.toMatchObject({ code: "conflict" });
    await saveOfferedAnswer(visitor(), { ...about, revision: 1, value: `${String(kept?.value)}, too` });
    await submitOfferedAnswers(visitor(), { token });
    await expect(saveOfferedAnswer(visitor(), { ...about, revision: 2, value: "D" })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(submitOfferedAnswers(visitor(), { token })).rejects.toMatchObject({ code: "conflict" });
  });

  it("refuses answers of the wrong type and files that did not come with it", async () => {
    const { vendorId, token } = await startOne();
    const { attachEvidence } = await import("./attach-evidence");
    const ours = await attachEvidence(steward, {
      vendorId,
      name: "ours.txt",
      bytes: new TextEncoder().encode("internal"),
    });
    const about = { token, questionKey: "retention", revision: 0 } as const;
    await expect(saveOfferedAnswer(visitor(), { ...about, value: "soon" })).rejects.toMatchObject({
      code: "invalid_input",
      field: "value",
    });
    await expect(saveOfferedAnswer(visitor(), { ...about, value: 1, fileIds: [ours] })).rejects.toMatchObject({
      code: "invalid_input",
      field: "fileIds",
    });
    await expect(saveOfferedAnswer(visitor(), { ...about, questionKey: "nonsense", value: 1 })).rejects.toMatchObject({
      code: "not_found",
    });
    const page = { token, name: "x.pdf", bytes: new TextEncoder().encode("<html>") };
    await expect(attachOfferedEvidence(visitor(), page)).rejects.toMatchObject({
      code: "invalid_input",
      field: "file",
    });
  });

  it("stops working when it is revoked, expires, or its assessment is submitted; all refusals are alike and what was said stays", async () => {
    const revoked = await startOne();
    await saveOfferedAnswer(visitor(), { token: revoked.token, questionKey: "places", revision: 0, value: "Sweden" });
    await submitOfferedAnswers(visitor(), { token: revoked.token });
    await revokeVendorLink(steward, { linkId: revoked.linkId });
    await expect(revokeVendorLink(steward, { linkId: revoked.linkId })).rejects.toMatchObject({ code: "conflict" });
    const over = await startOne();
    const closed = await startOne();
    await submitAssessment(steward, { assessmentId: closed.assessmentId });
    const late = new Date(Date.now() + 7 * DAY_MS);
    const attempts: [string, Date][] = [
      [revoked.token, new Date()],
      [over.token, late],
      [closed.token, new Date()],
      ["made up", new Date()],
      ["", new Date()],
    ];
    for (const [token, at] of attempts) {
      await expect(openVendorLink(visitor(at), { token })).rejects.toMatchObject(refusal);
      await expect(
        saveOfferedAnswer(visitor(at), { token, questionKey: "places", revision: 0, value: "x" }),
      ).rejects.toMatchObject(refusal);
      await expect(submitOfferedAnswers(visitor(at), { token })).rejects.toMatchObject(refusal);
    }
    expect((await questionOf(revoked.assessmentId, "places"))?.offers).toMatchObject([
      { value: "Sweden", state: "offered" },
    ]);
    const reasons = await reader().auditEvent.findMany({
      where: { action: "vendor_link.refused" },
      distinct: ["reason"],
      select: { reason: true },
    });
    expect(reasons.map(({ reason }) => reason).sort()).toEqual(["closed", "expired", "revoked", "unknown"]);
  });

  it("is throttled: by address for wrong tokens, by link for its uses", async () => {
    const from = "203.0.113.9";
    const codes: string[] = [];
    for (let attempt = 0; attempt < 32; attempt += 1) {
      const code = await openVendorLink(visitor(new Date(), from), { token: `guess ${attempt}` }).then(
        () => "open",
        (error: { code: string }) => error.code,
      );
      codes.push(code);
    }
    expect(codes.slice(0, 30).every((code) => code === "not_found")).toBe(true);
    expect(codes.slice(30)).toEqual(["too_many_requests", "too_many_requests"]);
    const { token } = await startOne();
    // A link that works is not held up by wrong ones from the same office.
    await openVendorLink(visitor(new Date(), from), { token });
    const hourLater = new Date(Date.now() + 3_600_001);
    await expect(openVendorLink(visitor(hourLater, from), { token: "again" })).rejects.toMatchObject(refusal);
    expect(await reader().vendorLinkThrottle.count({ where: { windowStart: { lte: new Date() } } })).toBe(0);
  });

  it("is for nobody who is signed in, and is made by a steward", async () => {
    const { token, assessmentId } = await startOne();
    await expect(openVendorLink(steward, { token })).rejects.toMatchObject({ code: "not_permitted" });
    await expect(makeVendorLink((await signInAs(["compliance"])).ctx, { assessmentId })).rejects.toMatchObject({
      code: "not_permitted",
    });
  });
});

it("what a vendor says, and what we take of it, is in no plain column and in no event, and opens in its own row only", async () => {
  const { assessmentId, token } = await startOne();
  const about = { token, questionKey: "places", note: "Ask Ada Ekdahl, +46 70 123" } as const;
  await saveOfferedAnswer(visitor(), { ...about, revision: 0, value: "Falun" });
  await saveOfferedAnswer(visitor(), { ...about, revision: 1, value: "In Kryllbo, at Tuva's" });
  await submitOfferedAnswers(visitor(), { token });
  const [offer] = (await questionOf(assessmentId, "places"))?.offers ?? [];
  expect(offer).toMatchObject({ value: "In Kryllbo, at Tuva's", note: "Ask Ada Ekdahl, +46 70 123" });
  await takeOfferedAnswer(steward, { offerId: offer?.id ?? "", revision: 0 });
  expect((await questionOf(assessmentId, "places"))?.answer).toMatchObject({ value: "In Kryllbo, at Tuva's" });
  const texts = await reader().$queryRaw<{ text: string }[]>`
    SELECT answer::text AS text FROM answer UNION ALL SELECT offered_answer::text FROM offered_answer
    UNION ALL SELECT text FROM audit_event`;
  expect(texts.length).toBeGreaterThan(5);
  for (const { text } of texts) expect(text).not.toMatch(/Ekdahl|Kryllbo, at Tuva/);
  const other = await startOne();
  await saveOfferedAnswer(visitor(), { ...about, token: other.token, revision: 0, value: "Elsewhere" });
  const swap = `UPDATE offered_answer SET said_sealed = (SELECT said_sealed FROM offered_answer WHERE id = '${offer?.id}') WHERE link_id = '${other.linkId}'`;
  await runSql(database.superuserUrl, swap);
  await expect(openVendorLink(visitor(), { token: other.token })).rejects.toThrow(/altered or moved/);
});
