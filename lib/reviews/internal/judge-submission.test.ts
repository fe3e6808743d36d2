import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import { commitInTest } from "@/lib/notices/notices-fixture";
import { addSubmitter, COMPLAINT, ORDINARY, type Submitter } from "@/lib/reviews/submitter-fixture";
import { forgetEnv } from "@/lib/runtime/env";
import { seal } from "@/lib/runtime/keyring";
import type { Action } from "@/lib/reviews/release-payload";
import { explainClassifierUrlFault } from "./ask-classifier";
import { judgeProposal, judgeSubmission, type Submitted } from "./judge-submission";
import { loadReviewPolicy, type ReviewPolicy } from "./load-review-policy";

await createTestDatabase();
let agent: Submitter;
beforeAll(async () => {
  agent = await addSubmitter();
});

async function load(who: Submitter = agent): Promise<ReviewPolicy> {
  const policy = await loadReviewPolicy(who.agentId);
  if (policy === null) throw new Error("no policy");
  return policy;
}

function submitted(text: string, action: Action | null = null, more: Partial<Submitted> = {}): Submitted {
  const thread = [{ from: "customer" as const, text, at: null }];
  const content = { thread, caseName: null, subject: null, customerFlags: [], note: null };
  const proposal = action === null ? null : { reply: "We look at it.", action };
  return { content, channel: "email", language: null, proposal, asked: null, ...more };
}

describe("what is judged", () => {
  it("proceeds where nothing speaks against it, and says the language it read", async () => {
    expect(await judgeSubmission(await load(), submitted(ORDINARY))).toMatchObject({
      kinds: [],
      kind: null,
      language: "en",
      classifier: "not_asked",
    });
  });

  it("has the gravest kind of all that were found, and the number of people that needs most", async () => {
    const text = `${COMPLAINT} My lawyer will take legal action and sue your company in court.`;
    const judgement = await judgeSubmission(await load(), submitted(text));
    expect(judgement).toMatchObject({ kind: "legal_issue", approvalsNeeded: 2, risk: "high" });
  });

  it("needs two people from the limit on, also when a reviewer raises the amount", async () => {
    const policy = await load();
    const refund = (amount: string): Action => ({ type: "refund", amount, currency: "EUR" });
    expect(await judgeSubmission(policy, submitted(COMPLAINT, refund("499.99")))).toMatchObject({ approvalsNeeded: 1 });
    expect(judgeProposal(policy, submitted(COMPLAINT, refund("500.00")))).toMatchObject({ approvalsNeeded: 2 });
  });
});

describe("a steward's rule", () => {
  it("holds what it names, for every agent or one, and not once it is switched off", async () => {
    const other = await addSubmitter();
    const action: Action = { type: "cancel_order", order: "A-1" };
    const rule = {
      name: "Cancellations",
      kind: "payment_dispute" as const,
      phrases: [],
      customerFlags: [],
      languages: [],
    };
    const conditions = { actionKinds: ["cancel_order"], agentId: agent.agentId };
    const { id } = await commitInTest((tx) => tx.triageRule.create({ data: { ...rule, ...conditions } }));
    expect(await judgeSubmission(await load(), submitted(ORDINARY, action))).toMatchObject({
      kinds: ["payment_dispute"],
      findings: [{ reasons: [{ code: "rule_action", sentence: "The rule “Cancellations” holds this action." }] }],
    });
    expect(await judgeSubmission(await load(other), submitted(ORDINARY, action))).toMatchObject({ kinds: [] });
    await commitInTest((tx) => tx.triageRule.update({ where: { id }, data: { isEnabled: false } }));
    expect(await judgeSubmission(await load(), submitted(ORDINARY, action))).toMatchObject({ kinds: [] });
  });
});

describe("an agent's own policy", () => {
  const own = { isAllHeld: false, heldActionKinds: [] as string[], thresholds: {}, approvalsNeeded: 1 };
  const set = (who: Submitter, change: Partial<typeof own> & { ordinaryMin?: number }) =>
    commitInTest((tx) => tx.agentReviewPolicy.create({ data: { agentId: who.agentId, ...own, ...change } }));

  it("can hold everything", async () => {
    const strict = await addSubmitter();
    await set(strict, { isAllHeld: true, approvalsNeeded: 2 });
    const judgement = await judgeSubmission(await load(strict), submitted(ORDINARY));
    expect(judgement).toMatchObject({
      kinds: ["unusual_request"],
      approvalsNeeded: 2,
      findings: [{ reasons: [{ code: "policy_all" }] }],
    });
  });

  it("can hold an action", async () => {
    const strict = await addSubmitter();
    await set(strict, { heldActionKinds: ["change_address"] });
    const action: Action = { type: "custom", name: "change_address", data: {} };
    expect(await judgeSubmission(await load(strict), submitted(ORDINARY, action))).toMatchObject({
      kinds: ["unusual_request"],
    });
    expect(await judgeSubmission(await load(strict), submitted(ORDINARY))).toMatchObject({ kinds: [] });
  });

  it("tightens thresholds and never loosens them", async () => {
    const [strict, loose] = [await addSubmitter(), await addSubmitter()];
    await set(strict, { thresholds: { complaint: 0 } });
    await set(loose, { thresholds: { complaint: 1 }, ordinaryMin: 0 });
    expect((await judgeSubmission(await load(strict), submitted(ORDINARY))).kinds).toContain("complaint");
    expect((await judgeSubmission(await load(loose), submitted(COMPLAINT))).kinds).toContain("complaint");
  });
});

describe("an external classifier", () => {
  let server: Server | null = null;
  const seen: { body: string; authorization: string | undefined }[] = [];
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => (server === null ? resolve(undefined) : server.close(resolve)));
    server = null;
  });

  async function listen(answer: RequestListener): Promise<ReviewPolicy> {
    const own = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        seen.push({ body, authorization: request.headers.authorization });
        answer(request, response);
      });
    });
    server = own;
    await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
    const { port } = own.address() as AddressInfo;
    const place = { table: "review_setting", column: "classifier_secret_sealed", rowId: "1" };
    const policy = await load();
    const setting = {
      classifierUrl: `http://127.0.0.1:${port}/classify`,
      classifierSecretSealed: seal("s3cret", place),
    };
    return { ...policy, setting: { ...policy.setting, ...setting } };
  }
  const json =
    (value: unknown): RequestListener =>
    (_, response) => {
      response.setHeader("content-type", "application/json").end(JSON.stringify(value));
    };

  it("adds a hold, and is told no more than the text, the channel and the language", async () => {
    const policy = await listen(json({ hold: true, kinds: ["legal_issue"], score: 0.7 }));
    seen.length = 0;
    expect(await judgeSubmission(policy, submitted(ORDINARY))).toMatchObject({
      kind: "legal_issue",
      classifier: "added",
      findings: [{ kind: "legal_issue", score: 0.7, reasons: [{ code: "classifier" }] }],
    });
    expect(seen.map(({ authorization }) => authorization)).toEqual(["Bearer s3cret"]);
    expect(JSON.parse(seen[0]?.body ?? "")).toEqual({ text: ORDINARY, channel: "email", language: null });
  });

  it("cannot take a hold away", async () => {
    const policy = await listen(json({ hold: false }));
    expect(await judgeSubmission(policy, submitted(COMPLAINT))).toMatchObject({
      kind: "complaint",
      classifier: "nothing_to_add",
    });
    expect(await judgeSubmission(policy, submitted(ORDINARY))).toMatchObject({
      kind: null,
      classifier: "nothing_to_add",
    });
  });

  it.each<[string, RequestListener]>([
    ["says something else", json({ verdict: "fine" })],
    ["names a kind that there is not", json({ hold: true, kinds: ["nonsense"] })],
    ["answers no JSON", (_, response) => response.end("<html>")],
    ["fails", (_, response) => response.writeHead(500).end()],
    ["sends elsewhere", (_, response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end()],
    ["never ends its answer", (_, response) => response.write(" ".repeat(20_000))],
    ["hangs up", (request) => request.socket.destroy()],
    ["does not answer", () => undefined],
  ])("that %s is down, and down holds", async (_, answer) => {
    const policy = await listen(answer);
    expect(await judgeSubmission(policy, submitted(ORDINARY))).toMatchObject({
      kind: "unusual_request",
      classifier: "down",
      findings: [{ reasons: [{ code: "classifier_down" }] }],
    });
  });

  it("is asked only over TLS or on this machine", () => {
    for (const url of ["https://classifier.example/v1", "http://127.0.0.1:8080/", "http://localhost/"])
      expect(explainClassifierUrlFault(url)).toBeNull();
    for (const url of [
      "http://classifier.example/",
      "ftp://127.0.0.1/",
      "classifier",
      "https://user:pw@classifier.example/",
    ])
      expect(explainClassifierUrlFault(url)).toMatch(/^must /);
    process.env["GATEHOUSE_WEBHOOK_PRIVATE_HOSTS"] = "classifier.example";
    forgetEnv();
    expect(explainClassifierUrlFault("http://classifier.example/")).toBeNull();
    delete process.env["GATEHOUSE_WEBHOOK_PRIVATE_HOSTS"];
    forgetEnv();
  });
});
