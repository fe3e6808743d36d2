import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import { findInDatabase } from "@/lib/db/find-in-database";
import { makeTestData } from "@/lib/gateway/gateway-fixture";
import { addReadingSubmitter, approveAsReviewer } from "@/lib/reviews/submitter-fixture";
import { askAboutHeldItem } from "@/lib/reviews/ask-about-held-item";
import { claimHeldItem } from "@/lib/reviews/claim-held-item";
import { addReviewer } from "@/lib/reviews/reviews-fixture";
import { commitInTest } from "@/lib/notices/notices-fixture";
import { getEnv } from "@/lib/runtime/env";
import { startTestGate } from "./gate-fixture";

const database = await createTestDatabase();
const data = await makeTestData("CREATE TABLE customers (id text PRIMARY KEY, name text)", { customers: "id" });
const agent = await addReadingSubmitter(data);
const { call } = await startTestGate({ GATEHOUSE_LOG_LEVEL: "debug" });
const { key } = agent;
const written: string[] = [];

beforeEach(() => {
  written.length = 0;
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((chunk) => written.push(String(chunk)) > 0);
  }
});
afterEach(() => vi.restoreAllMocks());

/** A word for each thing that a customer, an agent or a reviewer writes, which stands nowhere else. */
const MARKS = {
  text: "Zuckerrohrblau",
  earlier: "Quarzmondlicht",
  reply: "Fliederstundenglas",
  order: "ORD-77141-KREIDE",
  data: "Wacholderkompass",
  case: "FALL-Nebelhorn-9",
  customer: "KD-Bernsteinfalke",
  flag: "flag-Distelherz",
  note: "Moosgrundklang",
  question: "Ahornlaterne",
  answer: "Tintenregal",
  outcome: "Sandsteinfeder",
  idempotencyKey: "key-Haselstern-31",
  refused: "Schieferbrunnen",
};

async function useAll(): Promise<string[]> {
  const answers: string[] = [];
  const post = async (path: string, body: object, headers = {}) => {
    const answer = await call("POST", path, { key, body, headers });
    answers.push(answer.text, JSON.stringify([...answer.headers]));
    return answer;
  };
  const complaint = `I am very disappointed, ${MARKS.text}, and I want to complain about my broken parcel.`;
  const thread = [
    { from: "customer", text: `Hello, ${MARKS.earlier}.` },
    { from: "customer", text: complaint },
  ];
  const about = {
    channel: "email",
    case: MARKS.case,
    subject: { dataset: "customers", id: MARKS.customer },
    customerFlags: [MARKS.flag],
    reply: MARKS.reply,
  };
  const data = { [MARKS.data]: [MARKS.data] };
  const action = { type: "custom", name: "send_gift", data };
  const headers = { "idempotency-key": MARKS.idempotencyKey };
  const { holdId } = (await post("/v1/messages", { ...about, thread, action }, headers)).body as { holdId: string };
  await post("/v1/messages", { ...about, thread }, headers);
  await post("/v1/messages", { ...about, text: complaint, action: { type: "cancel_order", order: MARKS.order } });
  await post("/v1/holds", { channel: "phone", note: MARKS.note });
  await post("/v1/messages", { channel: "email", text: `${MARKS.refused}\ud800`, [MARKS.refused]: MARKS.refused });
  await post("/v1/messages", { ...about, text: "a", subject: { dataset: MARKS.refused, id: MARKS.refused } });
  await post("/v1/messages", { channel: "email", text: "a", draftedBy: `${MARKS.refused}@example.com` });
  const reviewer = await addReviewer();
  await claimHeldItem(reviewer.ctx(), { itemId: holdId });
  await askAboutHeldItem(reviewer.ctx(), { itemId: holdId, to: { kind: "agent" }, text: MARKS.question });
  const asked = await call("GET", `/v1/holds/${holdId}`, { key });
  const { noteId } = asked.body["question"] as { noteId: string };
  await post(`/v1/holds/${holdId}/answers`, { noteId, text: MARKS.answer });
  // Somebody else decides: the first reviewer's claim is let lapse.
  await commitInTest((tx) => tx.heldItem.update({ where: { id: holdId }, data: { state: "open", claimedById: null } }));
  const { releaseId, digest } = await approveAsReviewer(agent, holdId);
  await post(`/v1/releases/${releaseId}/redeem`, { digest: "0".repeat(64) });
  const redeemed = await call("POST", `/v1/releases/${releaseId}/redeem`, { key, body: { digest } });
  expect(redeemed.text).toContain(MARKS.reply);
  await post(`/v1/releases/${releaseId}/outcome`, { outcome: "failed", note: MARKS.outcome });
  return answers;
}

it("a word that a customer, an agent or a reviewer wrote is in no row, event, log line or error", {
  timeout: 60_000,
}, async () => {
  // A message that proceeds is kept as well, sealed.
  await commitInTest((tx) => tx.reviewSetting.update({ where: { id: 1 }, data: { sampleShare: 1 } }));
  const sampled = await call("POST", "/v1/messages", {
    key,
    body: { channel: "chat", text: "Hello, could you tell me your opening hours on Saturday, please? Thank you." },
  });
  expect(sampled.body).toMatchObject({ outcome: "proceed" });
  const answers = await useAll();
  expect(answers.length).toBeGreaterThan(15);
  const seeds = Object.values(getEnv().releaseKeys.keys).map((seed) => seed.toString("base64url"));
  const all = { ...MARKS, opening: "opening hours on Saturday", seed: seeds[0] ?? "" };
  for (const [what, mark] of Object.entries(all)) {
    expect(mark.length, what).toBeGreaterThan(8);
    expect(await findInDatabase(database.superuserUrl, mark), what).toEqual([]);
    expect(
      answers.filter((answer) => answer.includes(mark)),
      what,
    ).toEqual([]);
    expect(
      written.filter((line) => line.includes(mark)),
      what,
    ).toEqual([]);
  }
  // The search finds what is there: names that stewards gave are in plain columns.
  expect(await findInDatabase(database.superuserUrl, "send_gift")).toContain("public.held_item");
});
