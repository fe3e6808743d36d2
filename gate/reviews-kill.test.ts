import { afterAll, afterEach, describe, expect, it } from "vitest";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { listEvents } from "@/lib/gateway/gateway-fixture";
import { addSubmitter, approveAsReviewer, COMPLAINT, holdRefund, ORDINARY } from "@/lib/reviews/submitter-fixture";
import { callGate } from "./gate-fixture";
import { type GateProcess, startGateProcess } from "./gate-process-fixture";
import { startProxy } from "./proxy-fixture";

const database = await createTestDatabase();
const own = new URL(database.appUrl);
const proxy = await startProxy(own.hostname, Number(own.port));
afterAll(() => proxy.close());
const proxied = new URL(database.appUrl);
proxied.port = String(proxy.port);
const agent = await addSubmitter();

let gate: GateProcess | null = null;
afterEach(async () => {
  proxy.onChunk = () => "pass";
  await gate?.stop("SIGKILL");
  gate = null;
});

type Answered = { status: number; body: Record<string, unknown> };
type Release = { releaseId: string; digest: string };
const { key } = agent;

const submit = (url: string, text: string): Promise<Answered> =>
  callGate(url, "POST", "/v1/messages", { key, body: { text, channel: "email", reply: "We look at it." } });
const redeem = (url: string, { releaseId, digest }: Release): Promise<Answered> =>
  callGate(url, "POST", `/v1/releases/${releaseId}/redeem`, { key, body: { digest } });

/** Status 0 stands for an answer that never came. */
async function useAll(url: string, release: Release): Promise<[Answered, Answered, Answered]> {
  const orNone = (answer: Promise<Answered>): Promise<Answered> => answer.catch(() => ({ status: 0, body: {} }));
  return Promise.all([submit(url, COMPLAINT), submit(url, ORDINARY), redeem(url, release)].map(orNone)) as Promise<
    [Answered, Answered, Answered]
  >;
}

async function makeRelease(): Promise<Release> {
  return approveAsReviewer(agent, await holdRefund(agent));
}

/** Does `fault` at the n-th message between the gate and its database. */
function arm(step: number, fault: () => "hold" | "cut"): void {
  let messages = 0;
  proxy.onChunk = () => {
    messages += 1;
    return messages === step ? fault() : "pass";
  };
}

/** Whatever was answered is in the log, and what is stored and what is logged are the same, to the row. */
async function expectNothingUnrecorded([held, proceeding, redeemed]: [Answered, Answered, Answered], release: Release) {
  const events = await listEvents({ agentId: agent.agentId });
  const judged = events.flatMap((event) => (event.action === "message.judged" ? [event] : []));
  const submissions = await reader().submission.findMany({ select: { id: true, heldItem: { select: { id: true } } } });
  expect(new Map(judged.map((event) => [event.submissionId, event.itemId ?? null]))).toEqual(
    new Map(submissions.map(({ id, heldItem }) => [id, heldItem?.id ?? null])),
  );
  if (held.status === 202)
    expect(judged).toContainEqual(
      expect.objectContaining({ id: held.body["decisionId"], itemId: held.body["holdId"] }),
    );
  if (proceeding.status === 200)
    expect(judged).toContainEqual(expect.objectContaining({ id: proceeding.body["decisionId"], decision: "allow" }));
  const spent = events.filter((event) => event.action === "release.redeemed" && event.releaseId === release.releaseId);
  const { state } = await reader().release.findUniqueOrThrow({ where: { id: release.releaseId } });
  expect(spent).toHaveLength(state === "redeemed" ? 1 : 0);
  if (redeemed.status === 200) expect(state).toBe("redeemed");
}

describe("what an agent is told is always in the log, and what is in the log is always stored", () => {
  it("wherever the gate is killed", { timeout: 240_000 }, async () => {
    let killed = 0;
    for (const step of [1, 6, 12, 19, 27, 36]) {
      gate = await startGateProcess({ DATABASE_URL: proxied.href });
      const { child, url } = gate;
      await useAll(url, await makeRelease());
      const release = await makeRelease();
      arm(step, () => {
        child.kill("SIGKILL");
        return "hold";
      });
      const answers = await useAll(url, release);
      if (child.killed) killed += 1;
      proxy.onChunk = () => "pass";
      await gate.stop("SIGKILL");
      await expectNothingUnrecorded(answers, release);
    }
    expect(killed).toBeGreaterThan(4);
  });

  it("wherever a connection to the database breaks, and the gate answers, and works again", {
    timeout: 240_000,
  }, async () => {
    gate = await startGateProcess({ DATABASE_URL: proxied.href });
    const { url } = gate;
    let refused = 0;
    for (let step = 1; step <= 45; step += 4) {
      expect(await submit(url, ORDINARY), gate.output()).toMatchObject({ status: 200 });
      const release = await makeRelease();
      arm(step, () => "cut");
      const answers = await useAll(url, release);
      proxy.onChunk = () => "pass";
      for (const { status, body } of answers) {
        expect([200, 202, 503], gate.output()).toContain(status);
        if (status !== 503) continue;
        refused += 1;
        expect(body).toMatchObject({ code: "unavailable" });
      }
      await expectNothingUnrecorded(answers, release);
    }
    expect(refused).toBeGreaterThan(6);
  });
});
