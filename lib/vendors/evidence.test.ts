import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { runSql } from "@/lib/catalog/test-discovery";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { signInAs } from "@/lib/people/test-person";
import { addVendor, makePair } from "./assessment-fixture";
import { attachEvidence } from "./attach-evidence";
import { getAssessment } from "./get-assessment";
import { openEvidence } from "./open-evidence";
import { saveAnswer } from "./save-answer";
import { startAssessment } from "./start-assessment";

const database = await createTestDatabase();
const pair = await makePair();
const { steward, templateId } = pair;
const vendorId = await addVendor(pair);
const toBytes = (text: string) => new TextEncoder().encode(text);
const MARK = "Kryllbo Annual Report";
const pdf = toBytes(`%PDF-1.7\n${MARK}`);

describe("a file of evidence", () => {
  it("comes back byte for byte, with its type and SHA-256, to be saved and never shown", async () => {
    const fileId = await attachEvidence(steward, { vendorId, name: 'Bericht 2026 "final".pdf', bytes: pdf });
    const row = await reader().evidenceFile.findUniqueOrThrow({ where: { id: fileId } });
    expect(row).toMatchObject({
      mediaType: "application/pdf",
      sizeBytes: pdf.length,
      sha256: createHash("sha256").update(pdf).digest("hex"),
    });
    const { bytes, headers } = await openEvidence((await signInAs(["compliance"])).ctx, { fileId });
    expect([...bytes]).toEqual([...pdf]);
    expect(headers).toMatchObject({
      "content-type": "application/octet-stream",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    });
    expect(headers["content-disposition"]).toMatch(
      /^attachment; filename="Bericht_2026__final_.pdf"; filename\*=UTF-8''Bericht%202026%20%22final%22.pdf$/,
    );
    expect(await reader().auditEvent.count({ where: { action: "evidence.opened" } })).toBe(1);
  });

  it("is sealed in the database, and its content and name are in no event", async () => {
    const rows = await reader().$queryRaw<{ row: string }[]>`SELECT evidence_file::text AS row FROM evidence_file`;
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows)
      for (const form of [MARK, Buffer.from(MARK).toString("base64").slice(0, 20)]) expect(row).not.toContain(form);
    const events = await reader().auditEvent.findMany({ where: { action: { startsWith: "evidence." } } });
    expect(events.length).toBeGreaterThan(1);
    for (const { text } of events) expect(text).not.toMatch(/Kryllbo|Bericht/);
  });

  it.each<[string, string, Uint8Array<ArrayBuffer>, string, string]>([
    ["lies about its type", "report.pdf", toBytes("<script>alert(1)</script>"), "invalid_input", "file"],
    ["is empty", "report.pdf", new Uint8Array(0), "invalid_input", "file"],
    ["is too large", "notes.txt", new Uint8Array(10 * 1024 * 1024 + 1).fill(0x61), "too_large", "file"],
    ["has a path in its name", "../../etc/report.pdf", pdf, "invalid_input", "name"],
    ["has a path of another system in its name", "C:\\report.pdf", pdf, "invalid_input", "name"],
    ["is a page", "report.html", toBytes("<html></html>"), "invalid_input", "file"],
  ])("is refused where it %s, and nothing is stored", async (_, name, bytes, code, field) => {
    const before = await reader().evidenceFile.count();
    await expect(attachEvidence(steward, { vendorId, name, bytes })).rejects.toMatchObject({ code, field });
    expect(await reader().evidenceFile.count()).toBe(before);
  });

  it("of the largest size is taken", async () => {
    const bytes = new Uint8Array(10 * 1024 * 1024).fill(0x61);
    const fileId = await attachEvidence(steward, { vendorId, name: "long.txt", bytes });
    expect((await openEvidence(steward, { fileId })).bytes).toHaveLength(bytes.length);
  });

  it("shows an answer of its own vendor, and of no other", async () => {
    const fileId = await attachEvidence(steward, { vendorId, name: "report.pdf", bytes: pdf });
    const other = await addVendor(pair);
    const [own, foreign] = [
      await startAssessment(steward, { vendorId, templateId }),
      await startAssessment(steward, { vendorId: other, templateId }),
    ];
    const answer = { questionKey: "report", revision: 0, value: [fileId], strength: "documented" } as const;
    await expect(saveAnswer(steward, { ...answer, value: [fileId], assessmentId: foreign })).rejects.toMatchObject({
      code: "invalid_input",
      field: "fileIds",
    });
    await saveAnswer(steward, { ...answer, value: [fileId], assessmentId: own });
    const { questions } = await getAssessment(steward, own);
    expect(questions.find(({ question }) => question.key === "report")?.answer?.files).toMatchObject([
      { id: fileId, name: "report.pdf" },
    ]);
  });

  it("is never changed, and one that was moved to another row does not open", async () => {
    const [first, second] = [
      await attachEvidence(steward, { vendorId, name: "one.pdf", bytes: pdf }),
      await attachEvidence(steward, { vendorId, name: "two.pdf", bytes: toBytes("%PDF-1.7\nother") }),
    ];
    const swap = `UPDATE evidence_file SET content_sealed = (SELECT content_sealed FROM evidence_file WHERE id = '${second}') WHERE id = '${first}'`;
    await expect(runSql(database.superuserUrl, swap)).rejects.toThrow(/never changed/);
    await runSql(database.superuserUrl, `SET session_replication_role = replica; ${swap}`);
    await expect(openEvidence(steward, { fileId: first })).rejects.toThrow(/cannot be decrypted/);
  });
});
