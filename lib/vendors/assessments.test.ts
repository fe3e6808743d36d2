import { describe, expect, it } from "vitest";
import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { runSql } from "@/lib/catalog/test-discovery";
import { createTestDatabase } from "@/lib/db/test-database";
import type { Transaction } from "@/lib/db/client";
import { testContext } from "@/lib/identity/test-contexts";
import type { AssessmentId } from "@/lib/kernel/ids";
import { clearVendorAt } from "@/lib/kernel/vendor-state";
import { signInAs } from "@/lib/people/test-person";
import { setRoles } from "@/lib/people/set-roles";
import { newSystemContext } from "@/lib/identity/new-context";
import { adoptChecklistVersion } from "./adopt-checklist-version";
import { AnswerConflict } from "./answer-conflict";
import { addVendor, approve, fillIn, makePair, TEST_CONTENT, testQuestion } from "./assessment-fixture";
import { changeChecklist } from "./change-checklist";
import { compareAssessments } from "./compare-assessments";
import { openSaid } from "./internal/said";
import { decideAssessment } from "./decide-assessment";
import { getAssessment } from "./get-assessment";
import { getAssessmentReport } from "./get-assessment-report";
import { getVendor } from "./get-vendor";
import { judgeAnswer } from "./judge-answer";
import { loadVendorFacts } from "./load-vendor-facts";
import { recordException } from "./record-exception";
import { rejectAnswer } from "./reject-answer";
import { returnAssessment } from "./return-assessment";
import { saveAnswer } from "./save-answer";
import { startAssessment } from "./start-assessment";
import { submitAssessment } from "./submit-assessment";
import { withdrawAssessment } from "./withdraw-assessment";

const database = await createTestDatabase();
const pair = await makePair();
const { steward, approver, templateId } = pair;
const DAY_MS = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * DAY_MS);

async function standing(vendorId: string, at = new Date()) {
  return clearVendorAt(vendorId, await loadVendorFacts([vendorId]), at.getTime());
}
async function newest(assessmentId: AssessmentId, key: string) {
  return (await getAssessment(steward, assessmentId)).questions.find(({ question }) => question.key === key)?.answer;
}
/** What the application's own role does when it forgets the verbs. */
function asApplication(work: (tx: Transaction) => Promise<unknown>): Promise<void> {
  return commit(testContext({ kind: "system", process: "cli" }), async (tx) => {
    await work(tx);
    return { result: undefined, events: [{ action: "vendors.exported", count: 0 }] };
  });
}
const digestOf = async (assessmentId: AssessmentId) => (await getAssessment(approver, assessmentId)).answersDigest;

describe("an assessment", () => {
  it("is saved as one goes, answer by answer, and nothing that was saved is lost", async () => {
    const vendorId = await addVendor(pair);
    const assessmentId = await startAssessment(steward, { vendorId, templateId });
    const about = { assessmentId, questionKey: "retention", strength: "claimed" } as const;
    await saveAnswer(steward, { ...about, revision: 0, value: 90 });
    await saveAnswer(steward, { ...about, revision: 1, value: 30, note: "After asking" });
    expect(await newest(assessmentId, "retention")).toMatchObject({ value: 30, revision: 2, note: "After asking" });
    const rows = await reader().answer.findMany({ where: { assessmentId }, orderBy: { revision: "asc" } });
    expect(rows.map((row) => openSaid("answer", row))).toEqual([
      { value: 90, note: "" },
      { value: 30, note: "After asking" },
    ]);
  });

  it("shows answers from before they were sealed as they were given", async () => {
    const vendorId = await addVendor(pair);
    const assessmentId = await startAssessment(steward, { vendorId, templateId });
    const old = `INSERT INTO answer (id, assessment_id, question_key, revision, value, strength, note, links, file_ids, answered_by_id, created_at)
      SELECT gen_random_uuid(), id, 'places', 1, '"Falun"', 'claimed', 'By phone', '{}', '{}', started_by_id, now() FROM assessment WHERE id = '${assessmentId}'`;
    await runSql(database.superuserUrl, old);
    expect(await newest(assessmentId, "places")).toMatchObject({ value: "Falun", note: "By phone", revision: 1 });
    const about = { assessmentId, questionKey: "places", strength: "claimed" } as const;
    await saveAnswer(steward, { ...about, revision: 1, value: "Luleå" });
    expect(await newest(assessmentId, "places")).toMatchObject({ value: "Luleå", note: "", revision: 2 });
  });

  it("shows the second of two people who change one answer what the first saved, and keeps both", async () => {
    const vendorId = await addVendor(pair);
    const assessmentId = await startAssessment(steward, { vendorId, templateId });
    const colleague = (await signInAs(["steward"])).ctx;
    const about = { assessmentId, questionKey: "places", revision: 0, strength: "claimed" } as const;
    const results = await Promise.allSettled([
      saveAnswer(steward, { ...about, value: "Sweden" }),
      saveAnswer(colleague, { ...about, value: "Norway" }),
    ]);
    const refused = results.find((one) => one.status === "rejected");
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    if (refused?.status !== "rejected" || !(refused.reason instanceof AnswerConflict))
      throw new Error("nobody was told");
    const theirs = refused.reason.newest.value;
    expect(["Sweden", "Norway"]).toContain(theirs);
    const mine = theirs === "Sweden" ? "Norway" : "Sweden";
    await saveAnswer(colleague, { ...about, revision: refused.reason.newest.revision, value: mine });
    expect(await newest(assessmentId, "places")).toMatchObject({ value: mine, revision: 2 });
  });

  it("refuses an answer of the wrong type, to a question that is not asked, or not stated with a value", async () => {
    const vendorId = await addVendor(pair);
    const assessmentId = await startAssessment(steward, { vendorId, templateId });
    const about = { assessmentId, revision: 0, strength: "claimed" } as const;
    const wrong = { code: "invalid_input", field: "value" };
    await expect(saveAnswer(steward, { ...about, questionKey: "retention", value: "soon" })).rejects.toMatchObject(
      wrong,
    );
    await expect(saveAnswer(steward, { ...about, questionKey: "training", value: "sometimes" })).rejects.toMatchObject(
      wrong,
    );
    await expect(saveAnswer(steward, { ...about, questionKey: "nonsense", value: "yes" })).rejects.toMatchObject({
      code: "not_found",
    });
    const unstated = { ...about, questionKey: "agreement", value: "no", strength: "not_stated" } as const;
    await expect(saveAnswer(steward, unstated)).rejects.toMatchObject({ code: "invalid_input", field: "strength" });
    await saveAnswer(steward, { ...unstated, value: null, strength: "contract" });
    expect(await newest(assessmentId, "agreement")).toMatchObject({ value: null, strength: "not_stated" });
  });

  it("is not submitted while an answer says more than it shows, and names it", async () => {
    const vendorId = await addVendor(pair);
    const assessmentId = await startAssessment(steward, { vendorId, templateId });
    await saveAnswer(steward, {
      assessmentId,
      questionKey: "agreement",
      revision: 0,
      value: "yes",
      strength: "contract",
    });
    await expect(submitAssessment(steward, { assessmentId })).rejects.toMatchObject({
      code: "invalid_input",
      field: "agreement",
    });
    const script = { assessmentId, questionKey: "agreement", revision: 1, value: "yes", strength: "contract" } as const;
    await expect(saveAnswer(steward, { ...script, links: ["javascript:alert(1)"] })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await saveAnswer(steward, { ...script, links: ["https://vendor.example/dpa"] });
    await submitAssessment(steward, { assessmentId });
    const late = saveAnswer(steward, { ...script, revision: 2, value: "no" });
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("waits for its decision"),
    });
  });

  it("is one at a time for a vendor, also when two people start at the same moment", async () => {
    const vendorId = await addVendor(pair);
    const results = await Promise.allSettled([1, 2, 3].map(() => startAssessment(steward, { vendorId, templateId })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const assessmentId = (await getVendor(steward, vendorId)).assessments[0]?.id ?? ("" as AssessmentId);
    await withdrawAssessment(steward, { assessmentId });
    await startAssessment(steward, { vendorId, templateId });
    expect((await getVendor(steward, vendorId)).assessments.map(({ number, state }) => [number, state])).toEqual([
      [2, "draft"],
      [1, "withdrawn"],
    ]);
  });
});

describe("the decision", () => {
  it("is not that of anybody who had a hand in the answers, whatever their roles", async () => {
    const vendorId = await addVendor(pair);
    const both = (await signInAs(["admin", "steward"])).ctx;
    const assessmentId = await startAssessment(steward, { vendorId, templateId });
    await saveAnswer(both, { assessmentId, questionKey: "retention", revision: 0, value: 0, strength: "claimed" });
    const shown = { strength: "contract", links: ["https://vendor.example/dpa"] } as const;
    await saveAnswer(steward, {
      assessmentId,
      questionKey: "agreement",
      revision: 0,
      value: "yes",
      ...shown,
      links: [...shown.links],
    });
    await submitAssessment(steward, { assessmentId });
    const refusal = { code: "not_permitted", message: expect.stringContaining("somebody else") };
    for (const who of [steward, both])
      await expect(approve({ ...pair, approver: who }, assessmentId)).rejects.toMatchObject(refusal);
    await approve(pair, assessmentId);
    expect((await getAssessment(steward, assessmentId)).outcome).toBe("approved");
  });

  it("is refused to a session that ended or lost its role since the page was opened", async () => {
    const assessmentId = await fillIn(pair, await addVendor(pair));
    const [leaver, demoted] = [await signInAs(["admin"]), await signInAs(["admin"])];
    await setRoles(newSystemContext("cli"), { personId: demoted.personId, roles: ["reviewer"] });
    await expect(approve({ ...pair, approver: demoted.ctx }, assessmentId)).rejects.toMatchObject({
      code: "not_signed_in",
    });
    await asApplication((tx) => tx.session.deleteMany({ where: { personId: leaver.personId } }));
    await expect(approve({ ...pair, approver: leaver.ctx }, assessmentId)).rejects.toMatchObject({
      code: "not_signed_in",
    });
    const nobody = testContext({ kind: "system", process: "cli" });
    await expect(approve({ ...pair, approver: nobody }, assessmentId)).rejects.toMatchObject({ code: "not_permitted" });
    expect((await getAssessment(steward, assessmentId)).state).toBe("submitted");
  });

  it("is about exactly what was seen: an answer that changed meanwhile makes it look again", async () => {
    const assessmentId = await fillIn(pair, await addVendor(pair));
    const seen = await digestOf(assessmentId);
    await returnAssessment(approver, { assessmentId, note: "And the retention?" });
    await saveAnswer(steward, { assessmentId, questionKey: "retention", revision: 0, value: 400, strength: "claimed" });
    await submitAssessment(steward, { assessmentId });
    const decision = { outcome: "approved", assessmentId, answersDigest: seen, validUntil: later(30) } as const;
    await expect(decideAssessment(approver, decision)).rejects.toMatchObject({ code: "conflict" });
    await decideAssessment(approver, { ...decision, answersDigest: await digestOf(assessmentId) });
  });

  it("cannot approve an open must without an exception, nor one whose answer the reviewer rejected", async () => {
    const vendorId = await addVendor(pair);
    const assessmentId = await startAssessment(steward, { vendorId, templateId });
    await submitAssessment(steward, { assessmentId });
    const open = { code: "conflict", message: expect.stringContaining("agreement") };
    await expect(approve(pair, assessmentId)).rejects.toMatchObject(open);
    const exception = {
      assessmentId,
      questionKey: "agreement",
      reason: "Signing is under way",
      compensatingControl: "No data yet",
      endsAt: later(20),
    };
    await expect(recordException(steward, exception)).rejects.toMatchObject({ code: "not_permitted" });
    await expect(recordException(approver, { ...exception, questionKey: "retention" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(recordException(approver, { ...exception, endsAt: later(-1) })).rejects.toMatchObject({
      code: "invalid_input",
      field: "endsAt",
    });
    await recordException(approver, exception);
    await approve(pair, assessmentId);
    expect(await standing(vendorId, later(19))).toMatchObject({ isCleared: true });
    expect(await standing(vendorId, later(21))).toMatchObject({
      isCleared: false,
      obstacle: "vendor_must_failed",
      it: "agreement",
    });

    const judged = await fillIn(pair, await addVendor(pair));
    const answerId = (await newest(judged, "agreement"))?.id ?? "";
    const verdict = {
      assessmentId: judged,
      questionKey: "agreement",
      answerId,
      verdict: "rejected",
      note: "Not signed",
    } as const;
    await expect(judgeAnswer(steward, { ...verdict, verdict: "accepted" })).rejects.toMatchObject({
      code: "not_permitted",
    });
    await judgeAnswer(approver, verdict);
    await expect(approve(pair, judged)).rejects.toMatchObject(open);
    const reject = {
      outcome: "rejected",
      assessmentId: judged,
      answersDigest: await digestOf(judged),
      note: "No agreement",
    } as const;
    await decideAssessment(approver, reject);
    expect((await getAssessment(steward, judged)).outcome).toBe("rejected");
  });

  it("takes the place of the one before, and a rejection closes what was approved", async () => {
    const vendorId = await addVendor(pair);
    const first = await fillIn(pair, vendorId);
    await approve(pair, first);
    const second = await fillIn(pair, vendorId);
    expect(await standing(vendorId)).toMatchObject({ isCleared: true, basis: { number: 1 } });
    await decideAssessment(approver, {
      outcome: "rejected",
      assessmentId: second,
      answersDigest: await digestOf(second),
      note: "No longer",
    });
    expect(await standing(vendorId)).toMatchObject({ isCleared: false, obstacle: "vendor_rejected" });
    expect((await getAssessment(steward, first)).state).toBe("superseded");
  });

  it("is never changed afterwards, neither by a verb nor by the application's own role", async () => {
    const vendorId = await addVendor(pair);
    const assessmentId = await fillIn(pair, vendorId);
    await approve(pair, assessmentId, { conditions: { highestSensitivity: "personal" } });
    const answer = { assessmentId, questionKey: "agreement", revision: 1, value: "no", strength: "claimed" } as const;
    await expect(saveAnswer(steward, answer)).rejects.toMatchObject({ code: "conflict" });
    await expect(approve(pair, assessmentId)).rejects.toMatchObject({ code: "conflict" });
    const where = { id: assessmentId };
    const row = { id: vendorId, assessmentId, questionKey: "places", revision: 1, strength: "claimed" } as const;
    const attempts: ((tx: Transaction) => Promise<unknown>)[] = [
      (tx) => tx.assessment.update({ where, data: { validUntil: later(9_999) } }),
      (tx) => tx.assessment.update({ where, data: { conditions: {} } }),
      (tx) => tx.assessment.update({ where, data: { state: "draft" } }),
      (tx) => tx.assessment.update({ where, data: { state: "superseded", outcome: "approved" } }),
      (tx) => tx.assessment.delete({ where }),
      (tx) => tx.answer.updateMany({ where: { assessmentId }, data: { strength: "refuted" } }),
      (tx) => tx.answer.create({ data: { ...row, answeredById: pair.stewardId, createdAt: new Date() } }),
      (tx) => tx.checklistVersion.updateMany({ where: { templateId }, data: { note: "Other" } }),
    ];
    for (const attempt of attempts)
      await expect(asApplication(attempt)).rejects.toThrow(/never changed|permission denied|in a draft/);
    expect(await getAssessment(steward, assessmentId)).toMatchObject({
      state: "decided",
      outcome: "approved_with_conditions",
    });
  });

  it("can be closed later by rejecting a must's answer, and only an exception or another assessment opens again", async () => {
    const vendorId = await addVendor(pair);
    const assessmentId = await fillIn(pair, vendorId);
    await approve(pair, assessmentId);
    const answerId = (await newest(assessmentId, "agreement"))?.id ?? "";
    await rejectAnswer(steward, { assessmentId, questionKey: "agreement", answerId, note: "It was terminated" });
    expect(await standing(vendorId)).toMatchObject({
      isCleared: false,
      obstacle: "vendor_must_failed",
      it: "agreement",
    });
    const accepted = {
      id: vendorId,
      assessmentId,
      answerId,
      questionKey: "agreement",
      verdict: "accepted",
      note: "",
    } as const;
    const reopen = asApplication((tx) =>
      tx.answerVerdictRecord.create({ data: { ...accepted, givenById: pair.stewardId, createdAt: new Date() } }),
    );
    await expect(reopen).rejects.toThrow(/can only be rejected/);
    const exception = {
      assessmentId,
      questionKey: "agreement",
      reason: "Renewal is signed on Monday",
      compensatingControl: "Read only",
    };
    await recordException(approver, { ...exception, endsAt: later(5) });
    expect(await standing(vendorId)).toMatchObject({ isCleared: true });
    await recordException(approver, { ...exception, reason: "It was not", endsAt: new Date(Date.now() - 1) });
    expect(await standing(vendorId)).toMatchObject({ isCleared: false });
    await approve(pair, await fillIn(pair, vendorId));
    expect(await standing(vendorId)).toMatchObject({ isCleared: true });
  });

  it("ticks the policy's clock, as does what closes later; answers of a draft do not", async () => {
    const clock = async () => (await reader().policyClock.findUniqueOrThrow({ where: { id: 1 } })).version;
    const vendorId = await addVendor(pair);
    const before = await clock();
    const assessmentId = await fillIn(pair, vendorId);
    expect(await clock()).toBe(before);
    await approve(pair, assessmentId);
    expect(await clock()).toBe(before + 1n);
    const answerId = (await newest(assessmentId, "agreement"))?.id ?? "";
    await rejectAnswer(steward, { assessmentId, questionKey: "agreement", answerId, note: "Terminated" });
    expect(await clock()).toBe(before + 2n);
    await recordException(approver, {
      assessmentId,
      questionKey: "agreement",
      reason: "For now",
      compensatingControl: "Read only",
      endsAt: later(5),
    });
    expect(await clock()).toBe(before + 3n);
  });
});

describe("the next assessment", () => {
  it("starts from the last one's answers, and shows what is different", async () => {
    const vendorId = await addVendor(pair);
    const first = await fillIn(pair, vendorId);
    await approve(pair, first);
    const second = await startAssessment(steward, { vendorId, templateId });
    expect(await newest(second, "agreement")).toMatchObject({ value: "yes", strength: "contract", revision: 1 });
    await saveAnswer(steward, {
      assessmentId: second,
      questionKey: "retention",
      revision: 0,
      value: 0,
      strength: "claimed",
    });
    const { questions, basedOn } = await getAssessment(steward, second);
    expect(basedOn).toEqual({ id: first, number: 1 });
    expect(questions.filter(({ isDifferent }) => isDifferent).map(({ question }) => question.key)).toEqual([
      "retention",
    ]);
    const compared = await compareAssessments(steward, { leftId: first, rightId: second });
    expect(compared.questions.filter(({ isDifferent }) => isDifferent).map(({ key }) => key)).toEqual(["retention"]);
    expect(compared.sections.map(({ section }) => section)).toEqual(["main", "rest"]);
  });

  it("goes on with its own version when the checklist changes meanwhile, and moves to the new one when asked", async () => {
    const own = await makePair();
    const vendorId = await addVendor(own);
    const assessmentId = await startAssessment(own.steward, { vendorId, templateId: own.templateId });
    await saveAnswer(own.steward, {
      assessmentId,
      questionKey: "retention",
      revision: 0,
      value: 3,
      strength: "claimed",
    });
    const questions = [
      ...TEST_CONTENT.questions.filter(({ key }) => key !== "places"),
      testQuestion({ key: "further", isMust: true }),
    ];
    const content = { sections: TEST_CONTENT.sections, questions } as never;
    const change = { templateId: own.templateId, baseNumber: 1, content, note: "More to ask" };
    expect(await changeChecklist(own.steward, change)).toEqual({ number: 2, staleAssessments: 1 });
    await expect(changeChecklist(own.steward, change)).rejects.toMatchObject({ code: "conflict" });
    const before = await getAssessment(own.steward, assessmentId);
    expect(before.stale).toEqual({ added: ["further"], removed: ["places"], changed: [] });
    expect(before.questions.map(({ question }) => question.key)).toContain("places");
    await saveAnswer(own.steward, {
      assessmentId,
      questionKey: "places",
      revision: 0,
      value: "Sweden",
      strength: "claimed",
    });
    await adoptChecklistVersion(own.steward, { assessmentId });
    const after = await getAssessment(own.steward, assessmentId);
    expect(after.stale).toBeNull();
    expect(after.score.openMusts).toEqual(["agreement", "further"]);
    expect(after.questions.find(({ question }) => question.key === "retention")?.answer).toMatchObject({ value: 3 });
    expect(await reader().answer.count({ where: { assessmentId } })).toBe(2);
  });
});

it("a report shows an auditor who did what, which clauses are served, and what the approval is bound to", async () => {
  const vendorId = await addVendor(pair);
  const assessmentId = await fillIn(pair, vendorId);
  await approve(pair, assessmentId, { conditions: { highestSensitivity: "internal" }, note: "Internal data only" });
  const { ctx: compliance } = await signInAs(["compliance"]);
  const report = await getAssessmentReport(compliance, assessmentId);
  expect(report.history.map(({ action }) => action)).toEqual([
    "assessment.started",
    "assessment.submitted",
    "assessment.decided",
  ]);
  expect(report.clauses).toEqual([{ framework: "GDPR", ref: "Art. 28(3)", questionKeys: ["agreement"], good: 1 }]);
  expect(report.assessment).toMatchObject({
    decisionNote: "Internal data only",
    conditions: { highestSensitivity: "internal" },
  });
  expect(report.vendor.status).toMatchObject({ word: "limited", isCleared: true });
  await expect(getAssessmentReport((await signInAs(["reviewer"])).ctx, assessmentId)).rejects.toMatchObject({
    code: "not_permitted",
  });
});

it("no answer, note or link is in an event", async () => {
  const vendorId = await addVendor(pair);
  const assessmentId = await startAssessment(steward, { vendorId, templateId });
  const secret = "Kryllbo Storage";
  await saveAnswer(steward, {
    assessmentId,
    questionKey: "places",
    revision: 0,
    value: secret,
    strength: "claimed",
    note: secret,
    links: ["https://kryllbo.example/"],
  });
  const events = await reader().auditEvent.findMany({ where: { action: "assessment.answered" } });
  expect(events.length).toBeGreaterThan(0);
  for (const { text } of events) expect(text.toLowerCase()).not.toContain("kryllbo");
});
