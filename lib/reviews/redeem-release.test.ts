import { createPublicKey, verify } from "node:crypto";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { revokeAgentKey } from "@/lib/agents/revoke-agent-key";
import { suspendAgent } from "@/lib/agents/suspend-agent";
import { asSteward } from "@/lib/catalog/test-discovery";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { listEvents } from "@/lib/gateway/gateway-fixture";
import { commitInTest } from "@/lib/notices/notices-fixture";
import { forgetEnv, getEnv } from "@/lib/runtime/env";
import { sha256Hex } from "@/lib/runtime/hashing";
import { getHold } from "./get-hold";
import { redeemRelease } from "./redeem-release";
import { sealPayload } from "./release-payload";
import { reportOutcome } from "./report-outcome";
import { addSubmitter, approveAsReviewer, holdRefund, type Submitter } from "./submitter-fixture";
import { toJwks } from "./to-jwks";
import { withdrawHold } from "./withdraw-hold";

async function asSuperuser(url: string, statement: string, values: readonly unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Even the superuser is stopped by the trigger unless it is switched off.
  await client.query("SET session_replication_role = replica");
  await client.query(statement, [...values]).finally(() => client.end());
}

const database = await createTestDatabase();
const agent = await addSubmitter();
const MINUTE_MS = 60_000;

async function release(who: Submitter = agent) {
  const itemId = await holdRefund(who);
  const { releaseId, digest, expiresAt } = await approveAsReviewer(who, itemId);
  return { itemId, releaseId, digest, expiresAt };
}

const redeem = ({ releaseId, digest }: { releaseId: string; digest: string }) =>
  redeemRelease(agent.ctx(), { releaseId, digest });

async function expectRefused(who: Submitter, input: { releaseId: string; digest: string }, reason: string, now?: Date) {
  const ctx = who.ctx(now);
  await expect(redeemRelease(ctx, input)).rejects.toMatchObject(reason === "not_found" ? { code: reason } : { reason });
  expect(await listEvents({ requestId: ctx.requestId })).toMatchObject([
    { action: "release.refused", releaseId: input.releaseId, reason, keyId: who.keyId },
  ]);
}

/** What a channel does that knows our public keys and nothing else. */
function checkOffline(token: string, keys = toJwks().keys) {
  const [header = "", claims = "", signature = ""] = token.split(".");
  const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;
  const jwk = keys.find(({ kid }) => kid === read(header)["kid"]);
  if (jwk === undefined) return null;
  const key = createPublicKey({ key: { ...jwk }, format: "jwk" });
  const isValid = verify(null, Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, "base64url"));
  return isValid ? { header: read(header), claims: read(claims) } : null;
}

describe("a release", () => {
  it("gives back exactly what was approved, once, and is durable before it is answered", async () => {
    const { itemId, releaseId, digest } = await release();
    const ctx = agent.ctx();
    const { payload, token, outcomeDueAt } = await redeemRelease(ctx, { releaseId, digest });
    expect(payload).toMatchObject({
      reply: "We are sorry that the parcel was broken.",
      action: { type: "refund", amount: "40.00", currency: "EUR" },
    });
    expect(sha256Hex(canonicalJson(payload))).toBe(digest);
    expect(Date.parse(outcomeDueAt)).toBe(ctx.now.getTime() + 240 * MINUTE_MS);
    expect(await listEvents({ requestId: ctx.requestId })).toMatchObject([
      { action: "release.redeemed", itemId, releaseId, digest, keyId: agent.keyId },
    ]);
    expect(checkOffline(token)).toEqual({
      header: { alg: "EdDSA", kid: toJwks().keys[0]?.kid, typ: "gatehouse-release+jwt" },
      claims: {
        iss: getEnv().gateUrl,
        sub: agent.agentId,
        jti: releaseId,
        hold: itemId,
        digest,
        iat: Math.floor(ctx.now.getTime() / 1_000),
        exp: Math.floor(ctx.now.getTime() / 1_000) + 300,
      },
    });
    await expectRefused(agent, { releaseId, digest }, "release_used");
  });

  it("is redeemed by exactly one of 100 tries at once", { timeout: 60_000 }, async () => {
    const { itemId, releaseId, digest } = await release();
    const tries = await Promise.allSettled(
      Array.from({ length: 100 }, () => redeemRelease(agent.ctx(), { releaseId, digest })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const redeemed = (await listEvents({ action: "release.redeemed" })).filter(
      (event) => event.action === "release.redeemed" && event.itemId === itemId,
    );
    expect(redeemed).toHaveLength(1);
    const refusals = tries.flatMap((one): unknown[] => (one.status === "rejected" ? [one.reason] : []));
    for (const refusal of refusals) expect(refusal).toMatchObject({ reason: "release_used" });
  });

  it("is refused for any other digest than that of what was approved", async () => {
    const { releaseId, digest } = await release();
    await expectRefused(agent, { releaseId, digest: sha256Hex(digest) }, "digest_differs");
    expect(await redeemRelease(agent.ctx(), { releaseId, digest })).toMatchObject({ digest });
  });

  it("is refused when what was approved was swapped in the database", async () => {
    const { itemId, releaseId, digest } = await release();
    const proposal = await reader().proposal.findFirstOrThrow({ where: { itemId } });
    const swapped = {
      reply: "We are sorry that the parcel was broken.",
      action: { type: "refund", amount: "4000.00", currency: "EUR" } as const,
      nonce: "x",
    };
    await asSuperuser(database.superuserUrl, "UPDATE proposal SET payload_sealed = $1 WHERE id = $2", [
      sealPayload(swapped, proposal.id),
      proposal.id,
    ]);
    await expectRefused(agent, { releaseId, digest }, "digest_differs");
    await expectRefused(agent, { releaseId, digest: sha256Hex(canonicalJson(swapped)) }, "digest_differs");
  });

  it("is refused after its time, whether or not the clock has run yet", async () => {
    const { releaseId, digest, expiresAt } = await release();
    await expectRefused(agent, { releaseId, digest }, "release_expired", new Date(expiresAt));
  });

  it("is refused to a suspended agent, between shown and done", async () => {
    const stopped = await addSubmitter();
    const { releaseId, digest } = await release(stopped);
    await suspendAgent(asSteward(), { agentId: stopped.agentId, note: "For a test." });
    await expectRefused(stopped, { releaseId, digest }, "agent_not_active");
    expect(await reader().release.findUniqueOrThrow({ where: { id: releaseId } })).toMatchObject({ state: "issued" });
  });

  it("is refused to a revoked key, and to an agent whose sponsor has left", async () => {
    const other = await addSubmitter();
    const { releaseId, digest } = await release(other);
    await commitInTest((tx) => tx.person.update({ where: { id: other.sponsorId }, data: { status: "disabled" } }));
    await expectRefused(other, { releaseId, digest }, "sponsor_absent");
    await revokeAgentKey(asSteward(), { keyId: other.keyId });
    await expectRefused(other, { releaseId, digest }, "key_revoked");
  });

  it("of another agent looks like none", async () => {
    const { itemId, releaseId, digest } = await release();
    const other = await addSubmitter();
    await expectRefused(other, { releaseId, digest }, "not_found");
    for (const verb of [
      () => getHold(other.ctx(), { holdId: itemId }),
      () => withdrawHold(other.ctx(), { holdId: itemId }),
      () => reportOutcome(other.ctx(), { releaseId, outcome: "executed" }),
      () => getHold(other.ctx(), { holdId: "01a20bbf-2d8e-7000-8000-48b813aa0f78" }),
    ])
      await expect(verb()).rejects.toMatchObject({ code: "not_found" });
  });

  it("of an edit gives back the edit with every type of JSON kept, and says that it was edited", async () => {
    const itemId = await holdRefund(agent);
    const action = {
      type: "custom",
      name: "change_address",
      data: { n: 1, half: 0.5, s: "1", yes: true, none: null, list: [1, "1", [], {}], text: "'; --  \u0000 𝒳" },
    };
    const edited = { reply: "Ihre Adresse ist geändert. ✅", action };
    const { releaseId, digest, isEdited } = await approveAsReviewer(agent, itemId, edited);
    expect(isEdited).toBe(true);
    const { payload } = await redeemRelease(agent.ctx(), { releaseId, digest });
    expect({ reply: payload.reply, action: payload.action }).toEqual(edited);
  });
});

describe("the token", () => {
  afterEach(() => forgetEnv());

  it("does not count when a single character is changed", async () => {
    const { releaseId, digest } = await release();
    const { token } = await redeemRelease(agent.ctx(), { releaseId, digest });
    const [header = "", claims = "", signature = ""] = token.split(".");
    const forged = Buffer.from(JSON.stringify({ ...checkOffline(token)?.claims, digest: "0".repeat(64) }));
    expect(checkOffline(`${header}.${forged.toString("base64url")}.${signature}`)).toBeNull();
    expect(
      checkOffline(`${header}.${claims}.${signature.replace(/^./, (first) => (first === "A" ? "B" : "A"))}`),
    ).toBeNull();
  });

  it("still counts after the ring got a new key, and new ones are signed with that", async () => {
    const first = await release();
    const { token } = await redeem(first);
    const before = process.env["GATEHOUSE_RELEASE_KEYS"] ?? "";
    const ring = JSON.parse(before) as { keys: Record<string, string> };
    const added = Buffer.alloc(32, 7).toString("base64url");
    process.env["GATEHOUSE_RELEASE_KEYS"] = JSON.stringify({ currentKeyId: "k2", keys: { ...ring.keys, k2: added } });
    forgetEnv();
    try {
      const second = await release();
      const { token: newer } = await redeem(second);
      expect(toJwks().keys).toHaveLength(2);
      expect(checkOffline(token)?.claims).toMatchObject({ jti: first.releaseId });
      expect(checkOffline(newer)?.header["kid"]).not.toBe(checkOffline(token)?.header["kid"]);
    } finally {
      process.env["GATEHOUSE_RELEASE_KEYS"] = before;
    }
  });

  it("is signed with keys whose private part is nowhere in what is published", () => {
    expect(Object.keys(toJwks().keys[0] ?? {}).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
  });
});

describe("an outcome", () => {
  it("ends the hold, and is reported once", async () => {
    const { itemId, releaseId, digest } = await release();
    const early = reportOutcome(agent.ctx(), { releaseId, outcome: "executed" });
    await expect(early).rejects.toMatchObject({ code: "conflict" });
    await redeemRelease(agent.ctx(), { releaseId, digest });
    const ctx = agent.ctx();
    await reportOutcome(ctx, { releaseId, outcome: "executed", note: "Booked as R-77." });
    expect(await listEvents({ requestId: ctx.requestId })).toMatchObject([
      { action: "release.reported", itemId, releaseId, outcome: "executed" },
    ]);
    expect(await getHold(agent.ctx(), { holdId: itemId })).toMatchObject({
      state: "executed",
      release: { state: "executed" },
    });
    const again = agent.ctx();
    await expect(reportOutcome(again, { releaseId, outcome: "failed" })).rejects.toMatchObject({ code: "conflict" });
    expect(await listEvents({ requestId: again.requestId })).toMatchObject([
      { action: "release.refused", reason: "conflict" },
    ]);
  });

  it("that failed is an alert, and the agent's owner and sponsor are told", async () => {
    const { itemId, releaseId, digest } = await release();
    await redeemRelease(agent.ctx(), { releaseId, digest });
    const ctx = agent.ctx();
    await reportOutcome(ctx, { releaseId, outcome: "failed" });
    expect(await listEvents({ requestId: ctx.requestId })).toMatchObject([
      { action: "release.reported", outcome: "failed" },
      { action: "alert.raised", topic: "release_failed", itemId, agentId: agent.agentId },
    ]);
    const told = await reader().notice.findMany({ where: { itemId, topic: "release_failed" } });
    expect(told).toHaveLength(2);
    expect(told.map(({ personId }) => personId)).toContain(agent.sponsorId);
  });

  it("that comes late, and from an agent that was suspended meanwhile, is still taken", async () => {
    const stopped = await addSubmitter();
    const { releaseId, digest } = await release(stopped);
    const { outcomeDueAt } = await redeemRelease(stopped.ctx(), { releaseId, digest });
    await suspendAgent(asSteward(), { agentId: stopped.agentId, note: "For a test." });
    const late = new Date(Date.parse(outcomeDueAt) + MINUTE_MS);
    expect(await reportOutcome(stopped.ctx(late), { releaseId, outcome: "executed" })).toEqual({
      releaseId,
      outcome: "executed",
    });
  });
});

describe("a hold", () => {
  it("that its agent withdraws is gone for the reviewers, and cannot be withdrawn again", async () => {
    const holdId = await holdRefund(agent);
    expect(await withdrawHold(agent.ctx(), { holdId })).toEqual({ holdId, state: "withdrawn" });
    const ctx = agent.ctx();
    await expect(withdrawHold(ctx, { holdId })).rejects.toMatchObject({ code: "conflict" });
    expect(await listEvents({ requestId: ctx.requestId })).toMatchObject([
      { action: "review.refused", verb: "withdraw" },
    ]);
    await expect(approveAsReviewer(agent, holdId)).rejects.toThrow();
  });

  it("that is approved cannot be withdrawn: its release is redeemed, or left", async () => {
    const { itemId } = await release();
    await expect(withdrawHold(agent.ctx(), { holdId: itemId })).rejects.toMatchObject({ code: "conflict" });
  });
});
