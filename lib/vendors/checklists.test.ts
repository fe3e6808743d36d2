import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { newSystemContext } from "@/lib/identity/new-context";
import { testPerson } from "@/lib/identity/test-contexts";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import { FRAMEWORKS } from "@/lib/kernel/vendor-vocabulary";
import { addVendor, makePair, TEST_CONTENT, testQuestion } from "./assessment-fixture";
import { changeChecklist } from "./change-checklist";
import { readChecklist, writeChecklist } from "./checklist-file";
import { copyChecklist } from "./copy-checklist";
import { exportChecklist } from "./export-checklist";
import { getChecklist } from "./get-checklist";
import { installChecklist } from "./install-checklist";
import { listChecklists } from "./list-checklists";
import { makeChecklist } from "./make-checklist";
import { previewChecklistChange } from "./preview-checklist-change";
import { startAssessment } from "./start-assessment";

await createTestDatabase();
const steward = testPerson(["steward"]);
const { templateId } = await installChecklist(newSystemContext("start"));
const shipped = await getChecklist(steward, { templateId });
const toInput = (content: ChecklistContent) => JSON.parse(JSON.stringify(content)) as never;

describe("the checklist that comes with Gatehouse", () => {
  it("asks about forty questions over everything that an AI vendor does with data, each with why, weight and clauses", () => {
    const { sections, questions } = shipped.content;
    expect(questions.length).toBeGreaterThanOrEqual(40);
    expect(sections.map(({ key }) => key)).toEqual([
      "stored",
      "processed",
      "training",
      "retained",
      "deleted",
      "protected",
      "subprocessors",
      "transfers",
      "incidents",
      "rights",
      "contract",
      "exit",
    ]);
    for (const { key } of sections)
      expect(questions.filter(({ section }) => section === key).length, key).toBeGreaterThan(1);
    for (const { key, why, clauses } of questions) {
      expect(why.length, key).toBeGreaterThan(20);
      expect(clauses.length, key).toBeGreaterThan(0);
    }
    const served = new Set(questions.flatMap(({ clauses }) => clauses.map(({ framework }) => framework)));
    expect([...served].sort()).toEqual([...FRAMEWORKS].sort());
    expect(questions.filter(({ isMust }) => isMust).length).toBeGreaterThan(5);
  });

  it("is installed once, and again only where it asks otherwise", async () => {
    expect(await installChecklist(newSystemContext("start"))).toEqual({ templateId, number: 1 });
    expect(await reader().checklistVersion.count({ where: { templateId } })).toBe(1);
  });

  it("is changed in a copy only, so that a release changes nobody's own", async () => {
    const change = { templateId, baseNumber: 1, content: toInput(TEST_CONTENT) };
    await expect(changeChecklist(steward, change)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("copy it"),
    });
    const copyId = await copyChecklist(steward, { templateId, name: "Our own" });
    expect(await changeChecklist(steward, { ...change, templateId: copyId })).toEqual({
      number: 2,
      staleAssessments: 0,
    });
    expect((await getChecklist(steward, { templateId: copyId, number: 1 })).digest).toBe(shipped.digest);
    expect((await listChecklists(steward)).map(({ name, number, isShipped }) => [name, number, isShipped])).toEqual([
      ["AI vendor data policy", 1, true],
      ["Our own", 2, false],
    ]);
  });
});

describe("a checklist as a file", () => {
  it.each(["yaml", "csv"] as const)("comes back from %s as it went out", (format) => {
    for (const content of [shipped.content, TEST_CONTENT])
      expect(readChecklist(writeChecklist(content, format), format)).toEqual(content);
  });

  it("holds no formula that a spreadsheet would compute, and loses none of the text for it", () => {
    const question = testQuestion({
      key: "formula",
      text: '=HYPERLINK("http://evil.example","x")',
      why: "@SUM(A1:A9) is no reason.",
    });
    const content = { ...TEST_CONTENT, questions: [...TEST_CONTENT.questions, question] };
    const text = writeChecklist(content, "csv");
    expect(text).not.toMatch(/(^|,|")[=@+]/m);
    expect(readChecklist(text, "csv")).toEqual(content);
  });

  it("is taken as a new one or as the next version, and exported with an event", async () => {
    const { text, name } = await exportChecklist(steward, { templateId, format: "yaml" });
    expect(name).toBe("checklist-version-1.yaml");
    const madeId = await makeChecklist(steward, { name: "From a file", content: readChecklist(text, "yaml") });
    const content = readChecklist(writeChecklist(TEST_CONTENT, "csv"), "csv");
    const next = { templateId: madeId, baseNumber: 1, content };
    expect(await changeChecklist(steward, next)).toEqual({ number: 2, staleAssessments: 0 });
    await expect(changeChecklist(steward, { ...next, baseNumber: 2 })).rejects.toMatchObject({ code: "conflict" });
    expect(await reader().auditEvent.count({ where: { action: "checklist.exported" } })).toBe(1);
  });

  const yaml = writeChecklist(TEST_CONTENT, "yaml");
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${["b", "c", "d", "e", "f"].map((key, at) => `${key}: &${key} [${Array(9).fill(`*${"abcde"[at]}`).join(",")}]`).join("\n")}\n`;
  it.each<[string, "yaml" | "csv", string, RegExp]>([
    ["is no YAML", "yaml", "sections: [", /not YAML at line/],
    ["unfolds into a huge one", "yaml", bomb, /cannot be read|is not YAML|Invalid|not valid|sections/],
    ["holds something else", "yaml", "just a text", /not valid/],
    ["has a question twice", "yaml", yaml.replace("key: training", "key: agreement"), /questions\.1: has the key/],
    [
      "has a rule that its type does not take",
      "yaml",
      yaml.replace("type: number", "type: text"),
      /questions\.2: takes one of these rules: given/,
    ],
    ["has a rule about other options", "yaml", yaml.replace("- never", "- sometimes"), /questions\.1/],
    ["has a section that is not there", "yaml", yaml.replace("section: rest", "section: gone"), /stands in no section/],
    [
      "has a weight beyond its bounds",
      "yaml",
      yaml.replace("weight: 5", "weight: 11"),
      /questions\.0\.weight: must be at most 10/,
    ],
    ["has a member that nobody knows", "yaml", yaml.replace("weight: 5", "weight: 5\n    extra: 1"), /questions\.0/],
    ["is no CSV", "csv", 'section,"key', /not CSV/],
    ["lacks a column", "csv", "section,key\nmain,a\n", /column section_title is missing/],
    [
      "has a rule that is no JSON",
      "csv",
      writeChecklist(TEST_CONTENT, "csv").replace('""kind""', "kind"),
      /rule in line 2 is not JSON/,
    ],
    ["is empty", "yaml", "  ", /it is empty/],
    ["is too large", "yaml", "x".repeat(1_000_001), /too large/],
  ])("is refused where it %s, and says where", (_, format, text, message) => {
    expect(() => readChecklist(text, format)).toThrow(
      expect.objectContaining({ code: "invalid_input", message: expect.stringMatching(message) }),
    );
  });

  it("in the repository is the YAML that the product writes, read by any parser", () => {
    const read = parse(writeChecklist(shipped.content, "yaml")) as { questions: unknown[] };
    expect(read.questions).toHaveLength(shipped.content.questions.length);
  });
});

it("a checklist's name is taken once", async () => {
  await makeChecklist(steward, { name: "Twice", content: toInput(TEST_CONTENT) });
  await expect(makeChecklist(steward, { name: "Twice", content: toInput(TEST_CONTENT) })).rejects.toMatchObject({
    code: "conflict",
    field: "name",
  });
});

it("before a change of a checklist is saved it is said which questions are different and which assessments it makes stale", async () => {
  const pair = await makePair();
  const [assessed, idle] = [await addVendor(pair), await addVendor(pair)];
  const { templateId: ours } = pair;
  const assessmentId = await startAssessment(pair.steward, { vendorId: assessed, templateId: ours, isFromLast: false });
  const content = {
    ...TEST_CONTENT,
    questions: [...TEST_CONTENT.questions.slice(1), testQuestion({ key: "fresh", why: "New." })],
  };
  const change = { templateId: ours, baseNumber: 1, content };
  const preview = await previewChecklistChange(pair.steward, change);
  expect(preview).toMatchObject({ number: 2, diff: { added: ["fresh"], removed: ["agreement"], changed: [] } });
  expect(preview.stale.map((one) => [one.assessmentId, one.versionNumber])).toEqual([[assessmentId, 1]]);
  expect(preview.stale.some(({ vendorId }) => vendorId === idle)).toBe(false);
  expect((await getChecklist(pair.steward, { templateId: ours })).newest).toBe(1);
  expect(await changeChecklist(pair.steward, change)).toEqual({ number: 2, staleAssessments: preview.stale.length });
  await expect(previewChecklistChange(pair.steward, change)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("saved meanwhile"),
  });
  await expect(previewChecklistChange(pair.steward, { ...change, baseNumber: 2 })).rejects.toMatchObject({
    message: "Nothing is different from the last version.",
  });
  await expect(previewChecklistChange(testPerson(["reviewer"]), change)).rejects.toMatchObject({
    code: "not_permitted",
  });
});
