import { describe, expect, it } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import { listEvents } from "@/lib/gateway/gateway-fixture";
import { getWriterPool } from "@/lib/db/pool";
import { askAboutHeldItem } from "@/lib/reviews/ask-about-held-item";
import { claimHeldItem } from "@/lib/reviews/claim-held-item";
import { rejectHeldItem } from "@/lib/reviews/reject-held-item";
import { addReviewer } from "@/lib/reviews/reviews-fixture";
import { addSubmitter, approveAsReviewer, COMPLAINT, holdRefund, ORDINARY } from "@/lib/reviews/submitter-fixture";
import { startGate } from "./start-gate";
import { callGate, startTestGate } from "./gate-fixture";

await createTestDatabase();
const agent = await addSubmitter();
const { key } = agent;
const { call } = await startTestGate();

const refund = { type: "refund", amount: "40.00", currency: "EUR" };
const message = { text: COMPLAINT, channel: "email", reply: "Sorry.", action: refund };

/** How long an answer took, which a wait decides. */
async function time<Result>(work: Promise<Result>): Promise<{ result: Result; ms: number }> {
  const startedAt = performance.now();
  return { result: await work, ms: performance.now() - startedAt };
}

describe("a message", () => {
  it("may proceed", async () => {
    const answer = await call("POST", "/v1/messages", { key, body: { text: ORDINARY, channel: "chat" } });
    expect(answer).toMatchObject({ status: 200, body: { outcome: "proceed", decisionId: expect.any(String) } });
    const explained = await call("GET", `/v1/decisions/${String(answer.body["decisionId"])}`, { key });
    expect(explained).toMatchObject({ status: 200, body: { decision: "allow", reason: "ordinary" } });
  });

  it("is held, approved, redeemed and reported, all over HTTP", async () => {
    const held = await call("POST", "/v1/messages", { key, body: message });
    expect(held).toMatchObject({ status: 202, body: { outcome: "held", kind: "complaint" } });
    const path = held.headers.get("location") ?? "";
    expect(path).toBe(`/v1/holds/${String(held.body["holdId"])}`);
    expect(await call("GET", path, { key })).toMatchObject({
      status: 200,
      body: { state: "open", verdict: null, release: null, question: null, sentence: "It waits for a person." },
    });
    await approveAsReviewer(agent, String(held.body["holdId"]));
    const approved = await call("GET", `${path}?wait=30`, { key });
    expect(approved.body).toMatchObject({ state: "released", verdict: "approved", release: { isEdited: false } });
    const { releaseId, digest } = approved.body["release"] as { releaseId: string; digest: string };
    const redeem = () => call("POST", `/v1/releases/${releaseId}/redeem`, { key, body: { digest } });
    expect(await redeem()).toMatchObject({
      status: 200,
      body: { digest, payload: { reply: "Sorry.", action: refund } },
    });
    expect(await redeem()).toMatchObject({ status: 403, body: { code: "release_used", fix: expect.any(String) } });
    const outcome = { outcome: "executed", note: "R-77" };
    expect(await call("POST", `/v1/releases/${releaseId}/outcome`, { key, body: outcome })).toMatchObject({
      status: 200,
      body: { releaseId, outcome: "executed" },
    });
    expect((await call("GET", path, { key })).body).toMatchObject({ state: "executed" });
  });

  it("comes once with an Idempotency-Key, quoted or not, and a person's name in it is not taken", async () => {
    const headers = { "idempotency-key": "k-1" };
    const first = await call("POST", "/v1/messages", { key, body: message, headers });
    const again = await call("POST", "/v1/messages", { key, body: message, headers: { "idempotency-key": '"k-1"' } });
    expect(again).toMatchObject({ status: 202, body: first.body });
    const other = await call("POST", "/v1/messages", { key, body: { ...message, reply: "No." }, headers });
    expect(other).toMatchObject({ status: 409, body: { code: "conflict", field: "Idempotency-Key" } });
    const named = await call("POST", "/v1/messages", { key, body: { ...message, approvedBy: "ada@example.com" } });
    expect(named).toMatchObject({ status: 400, body: { code: "invalid_input" } });
    expect(named.text).not.toContain("approvedBy");
  });

  it.each([
    ["no JSON", { text: "{" }, 400],
    ["not even an object", { text: "[]" }, 400],
    ["of another type", { text: "text=a", headers: { "content-type": "application/x-www-form-urlencoded" } }, 415],
    ["above a megabyte", { text: JSON.stringify({ channel: "email", text: "a".repeat(1_100_000) }) }, 413],
    [
      "nested without end",
      {
        text: `{"channel":"email","text":"a","action":{"type":"custom","name":"x","data":${"[".repeat(200_000)}${"]".repeat(200_000)}}}`,
      },
      400,
    ],
    ["with half a character", { text: '{"channel":"email","text":"\\ud83d"}' }, 400],
    [
      "with a member called __proto__",
      { text: '{"channel":"email","text":"a","action":{"type":"custom","name":"x","data":{"__proto__":{"a":1}}}}' },
      400,
    ],
  ])("that is %s is refused with a clear answer and an event", async (_, options, status) => {
    const answer = await call("POST", "/v1/messages", { key, ...options });
    expect(answer).toMatchObject({ status, body: { detail: expect.any(String) } });
    const [event, ...others] = await listEvents({ requestId: String(answer.body["requestId"]) });
    expect(others).toEqual([]);
    expect(event).toMatchObject({ action: "access.rejected", door: "message" });
  });
});

describe("a wait", () => {
  it("ends as soon as a person decides, and the agent gets the reason", async () => {
    const holdId = await holdRefund(agent);
    const reviewer = await addReviewer();
    await claimHeldItem(reviewer.ctx(), { itemId: holdId });
    const waiting = time(call("GET", `/v1/holds/${holdId}?wait=12`, { key }));
    await call("GET", `/v1/holds/${holdId}`, { key });
    await rejectHeldItem(reviewer.ctx(), {
      itemId: holdId,
      revision: 1,
      preset: "wrong_tone",
      note: "Name the parcel.",
    });
    const { result, ms } = await waiting;
    expect(ms).toBeLessThan(11_000);
    expect(result.body).toMatchObject({
      state: "decided",
      verdict: "rejected",
      reason: { preset: "wrong_tone", note: "Name the parcel.", sentence: expect.stringMatching(/^Rejected: /) },
    });
  }, 30_000);

  it("ends when a reviewer asks, goes on after the answer, and the reviewer has the answer", async () => {
    const holdId = await holdRefund(agent);
    const reviewer = await addReviewer();
    await claimHeldItem(reviewer.ctx(), { itemId: holdId });
    await askAboutHeldItem(reviewer.ctx(), { itemId: holdId, to: { kind: "agent" }, text: "Which parcel?" });
    const { body } = await call("GET", `/v1/holds/${holdId}?wait=12`, { key });
    expect(body).toMatchObject({ question: { text: "Which parcel?" } });
    const { noteId } = body["question"] as { noteId: string };
    const answer = () => call("POST", `/v1/holds/${holdId}/answers`, { key, body: { noteId, text: "The blue one." } });
    expect(await answer()).toMatchObject({ status: 200, body: { noteId: expect.any(String) } });
    expect(await answer()).toMatchObject({ status: 409 });
    const { result, ms } = await time(call("GET", `/v1/holds/${holdId}?wait=1`, { key }));
    expect(result.body).toMatchObject({ state: "claimed", question: null });
    expect(ms).toBeGreaterThan(900);
  }, 30_000);

  it.each(["31", "-1", "x", "1.5"])("of %s seconds is refused", async (wait) => {
    const holdId = await holdRefund(agent);
    expect(await call("GET", `/v1/holds/${holdId}?wait=${wait}`, { key })).toMatchObject({
      status: 400,
      body: { code: "invalid_input", field: "waitSeconds" },
    });
  });

  it("holds no database connection: more agents wait than there are connections, and the gate answers others", async () => {
    const holdId = await holdRefund(agent);
    const waits = Array.from({ length: 40 }, () => call("GET", `/v1/holds/${holdId}?wait=10`, { key }));
    await call("GET", `/v1/holds/${holdId}`, { key });
    expect(getWriterPool().waitingCount).toBe(0);
    expect(await call("GET", "/readyz")).toMatchObject({ status: 200 });
    expect(await call("POST", `/v1/holds/${holdId}/withdraw`, { key })).toMatchObject({
      status: 200,
      body: { holdId, state: "withdrawn" },
    });
    for (const { body } of await Promise.all(waits)) expect(body).toMatchObject({ state: "withdrawn" });
  }, 30_000);

  it("is answered with what is known when the gate stops", async () => {
    const holdId = await holdRefund(agent);
    const other = await startGate({ host: "127.0.0.1", port: 0 });
    const ask = (path: string) => callGate(`http://127.0.0.1:${other.port}`, "GET", path, { key });
    const waiting = time(ask(`/v1/holds/${holdId}?wait=14`));
    // It came after the wait, and does the same: by its answer the wait is under way.
    await ask(`/v1/holds/${holdId}`);
    await other.stop();
    const { result, ms } = await waiting;
    expect(result).toMatchObject({ status: 200, body: { state: "open" } });
    expect(ms).toBeLessThan(10_000);
  }, 30_000);
});

describe("another agent", () => {
  it("finds neither the hold nor its release", async () => {
    const holdId = await holdRefund(agent);
    const { releaseId, digest } = await approveAsReviewer(agent, holdId);
    const other = (await addSubmitter()).key;
    const none = { status: 404, body: { code: "not_found" } };
    expect(await call("GET", `/v1/holds/${holdId}?wait=5`, { key: other })).toMatchObject(none);
    expect(await call("POST", `/v1/holds/${holdId}/withdraw`, { key: other })).toMatchObject(none);
    expect(await call("POST", `/v1/releases/${releaseId}/redeem`, { key: other, body: { digest } })).toMatchObject(
      none,
    );
    const report = { outcome: "executed" };
    expect(await call("POST", `/v1/releases/${releaseId}/outcome`, { key: other, body: report })).toMatchObject(none);
  });
});

describe("GET /.well-known/jwks.json", () => {
  it("answers anybody with public keys", async () => {
    const { status, body, text } = await call("GET", "/.well-known/jwks.json");
    expect(status).toBe(200);
    expect(body).toMatchObject({ keys: [{ kty: "OKP", crv: "Ed25519", alg: "EdDSA", kid: expect.any(String) }] });
    expect(text).not.toContain('"d"');
  });
});
