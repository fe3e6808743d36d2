import { createHash, createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { acknowledgeLogAlarm } from "@/lib/audit/acknowledge-log-alarm";
import { getLogState } from "@/lib/audit/get-log-state";
import { recordSome, sequenceAll, tamper } from "@/lib/audit/log-fixture";
import { getWriterPool } from "@/lib/db/pool";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { testPerson } from "@/lib/identity/test-contexts";
import { areBytesEqual, fromBase64, joinBytes, toBase64 } from "@/lib/kernel/bytes";
import { openCheckpoint, toCosignedBytes, toKeyId, type VerifierKey, writeVerifierKey } from "@/lib/kernel/checkpoint";
import { verifyConsistency } from "@/lib/kernel/merkle-tree";
import { getEnv, forgetEnv } from "@/lib/runtime/env";
import type { Anchor } from "./anchor";
import { createS3Anchor } from "./anchors/s3-anchor";
import { fileAnchor, readAnchorFile } from "./anchors/file-anchor";
import { createWebhookAnchor } from "./anchors/webhook-anchor";
import { createWitnessAnchor } from "./anchors/witness-anchor";
import { checkAnchor } from "./check-anchors";
import { deliverCheckpoints, publishCheckpoint } from "./deliver-checkpoints";
import { ED25519, getLogKeys, sha256 } from "./log-keys";
import { LogBroken } from "./log-broken";
import { raiseAlarm } from "./raise-alarm";

const database = await createTestDatabase();
process.env["GATEHOUSE_ANCHOR_PRIVATE_HOSTS"] = "127.0.0.1";
forgetEnv();

type Received = { method: string; url: string; headers: IncomingMessage["headers"]; body: string };
type Reply = { status: number; body?: string };

/** The far side: a server of another party, on loopback. */
async function listen(reply: (got: Received) => Reply): Promise<{ url: string; got: Received[]; server: Server }> {
  const got: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks).toString() };
      got.push(one);
      const { status, body = "" } = reply(one);
      response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got, server };
}

async function grow(count = 3): Promise<number> {
  await recordSome(count);
  await sequenceAll();
  await publishCheckpoint(getWriterPool());
  return Number((await reader().logHead.findUniqueOrThrow({ where: { id: 1 } })).size);
}

async function stateOf(anchor: string) {
  return reader().logAnchoring.findUnique({ where: { anchor }, select: { size: true, failure: true } });
}

beforeEach(async () => {
  await grow();
});

describe("the file", () => {
  it("gets every checkpoint, in order, in a folder beside the data folder, and nothing there is ever rewritten", async () => {
    const sizes = [await grow(), await grow()];
    await deliverCheckpoints([fileAnchor]);
    const first = readdirSync(getEnv().anchorFolder).map((name) =>
      readFileSync(join(getEnv().anchorFolder, name), "utf8"),
    );
    sizes.push(await grow());
    await deliverCheckpoints([fileAnchor]);
    const lines = readAnchorFile(getLogKeys().origin);
    expect(lines.map(({ size }) => size).slice(-3)).toEqual(sizes);
    const [name = ""] = readdirSync(getEnv().anchorFolder);
    expect(readFileSync(join(getEnv().anchorFolder, name), "utf8").startsWith(first[0] ?? "none")).toBe(true);
    const { origin, all } = getLogKeys();
    for (const { note, size } of lines)
      expect(
        openCheckpoint(
          ED25519,
          note,
          origin,
          all.map(({ verifier }) => verifier),
        )?.size,
      ).toBe(size);
  });

  it("goes on after a line that a crash cut short", async () => {
    await deliverCheckpoints([fileAnchor]);
    const [name = ""] = readdirSync(getEnv().anchorFolder);
    appendFileSync(join(getEnv().anchorFolder, name), '{"at":"2026-11-2');
    const size = await grow();
    await deliverCheckpoints([fileAnchor]);
    expect(readAnchorFile(getLogKeys().origin).at(-1)?.size).toBe(size);
    await expect(checkAnchor(getWriterPool(), fileAnchor)).resolves.toBeUndefined();
  });

  it("that cannot be written is said, as an event once, and made up for later", async () => {
    const folder = getEnv().anchorFolder;
    writeFileSync(`${folder}-blocked`, "a file where a folder should be");
    process.env["GATEHOUSE_ANCHOR_DIR"] = `${folder}-blocked`;
    forgetEnv();
    const size = await grow();
    await deliverCheckpoints([fileAnchor]);
    await deliverCheckpoints([fileAnchor]);
    expect((await stateOf("file"))?.failure).toBe("not_written");
    process.env["GATEHOUSE_ANCHOR_DIR"] = folder;
    forgetEnv();
    await deliverCheckpoints([fileAnchor]);
    expect(await stateOf("file")).toEqual({ size: BigInt(size), failure: null });
    expect(await reader().auditEvent.count({ where: { action: "log.anchor_failed" } })).toBe(1);
    expect(await reader().auditEvent.count({ where: { action: "log.anchor_recovered" } })).toBe(1);
  });
});

describe("the log against what an anchor holds", () => {
  /** The tables as they were at one moment, put back by a superuser: every signature in them is genuine. */
  async function takeCopy(): Promise<() => Promise<void>> {
    const tables = ["log_entry", "log_tile", "log_head", "log_checkpoint", "log_anchoring"];
    await tamper(
      database.superuserUrl,
      tables.map((t) => `DROP TABLE IF EXISTS copy_${t}; CREATE TABLE copy_${t} AS SELECT * FROM ${t}`).join(";"),
    );
    return () =>
      tamper(
        database.superuserUrl,
        tables.map((t) => `DELETE FROM ${t}; INSERT INTO ${t} SELECT * FROM copy_${t}`).join(";"),
      );
  }

  it("is found shorter when its tail is gone, however consistent what is left is", async () => {
    const putBack = await takeCopy();
    await grow();
    await deliverCheckpoints([fileAnchor]);
    const isWhole = await takeCopyOf();
    await putBack();
    const found = await checkAnchor(getWriterPool(), fileAnchor).catch((error: unknown) => error);
    expect(found).toMatchObject({ name: "LogBroken", kind: "shorter" });
    await isWhole();
    await expect(checkAnchor(getWriterPool(), fileAnchor)).resolves.toBeUndefined();
  });

  async function takeCopyOf(): Promise<() => Promise<void>> {
    const tables = ["log_entry", "log_tile", "log_head", "log_checkpoint", "log_anchoring"];
    await tamper(
      database.superuserUrl,
      tables.map((t) => `DROP TABLE IF EXISTS whole_${t}; CREATE TABLE whole_${t} AS SELECT * FROM ${t}`).join(";"),
    );
    return () =>
      tamper(
        database.superuserUrl,
        tables.map((t) => `DELETE FROM ${t}; INSERT INTO ${t} SELECT * FROM whole_${t}`).join(";"),
      );
  }

  it("is found shorter when everything is gone", async () => {
    await deliverCheckpoints([fileAnchor]);
    const isWhole = await takeCopyOf();
    await tamper(database.superuserUrl, "DELETE FROM log_head; DELETE FROM log_entry; DELETE FROM log_tile");
    await expect(checkAnchor(getWriterPool(), fileAnchor)).rejects.toMatchObject({
      kind: "shorter",
      facts: { foundSize: 0 },
    });
    await isWhole();
  });

  it("is found different when an entry under the anchored size changed", async () => {
    await deliverCheckpoints([fileAnchor]);
    const isWhole = await takeCopyOf();
    await tamper(database.superuserUrl, "UPDATE log_entry SET leaf_hash = sha256('x') WHERE seq = 1");
    await expect(checkAnchor(getWriterPool(), fileAnchor)).rejects.toMatchObject({ kind: "different" });
    await isWhole();
  });

  it("raises one alarm for everybody to see, which only a signed acknowledgement sets aside, and for that evidence alone", async () => {
    const putBack = await takeCopy();
    await grow();
    await deliverCheckpoints([fileAnchor]);
    await putBack();
    const check = () => checkAnchor(getWriterPool(), fileAnchor);
    for (let twice = 0; twice < 2; twice += 1) {
      const broken = await check().catch((error: unknown) => error);
      if (!(broken instanceof LogBroken)) throw broken;
      await raiseAlarm(broken);
    }
    const { alarms } = await getLogState(testPerson(["reviewer"]));
    expect(alarms).toMatchObject([{ kind: "shorter", anchor: "file" }]);
    await tamper(
      database.superuserUrl,
      "UPDATE log_alarm SET acknowledged_at = now(), acknowledgement = 'I, the attacker'",
    );
    await expect(check()).rejects.toMatchObject({ kind: "shorter" });
    await tamper(database.superuserUrl, "UPDATE log_alarm SET acknowledged_at = NULL, acknowledgement = NULL");
    const input = { alarmId: alarms[0]?.id ?? "", note: "Restored from last night's backup." };
    await expect(acknowledgeLogAlarm(testPerson(["steward"]), input)).rejects.toMatchObject({ code: "not_permitted" });
    await acknowledgeLogAlarm(testPerson(["compliance"]), input);
    await expect(acknowledgeLogAlarm(testPerson(["compliance"]), input)).rejects.toMatchObject({ code: "conflict" });
    await expect(check()).resolves.toBeUndefined();
    await grow(10);
    await deliverCheckpoints([fileAnchor]);
    await expect(check()).resolves.toBeUndefined();
    const isWhole = await takeCopyOf();
    await putBack();
    await expect(check()).rejects.toMatchObject({ kind: "shorter" });
    await isWhole();
  });
});

describe("the webhook", () => {
  it("gets the newest checkpoint, signed, and a server that is down holds up nothing", async () => {
    const secret = `whsec_${Buffer.from("a".repeat(32)).toString("base64")}`;
    let isUp = false;
    const { url, got } = await listen(() => ({ status: isUp ? 204 : 500 }));
    const anchor = createWebhookAnchor(`${url}/hook`, secret);
    await deliverCheckpoints([anchor, fileAnchor]);
    expect((await stateOf("webhook"))?.failure).toBe("refused");
    expect((await stateOf("file"))?.failure).toBeNull();
    await grow();
    const size = await grow();
    isUp = true;
    got.length = 0;
    await deliverCheckpoints([anchor]);
    expect(got).toHaveLength(1);
    const { headers, body = "" } = got[0] ?? {};
    const signed = `${String(headers?.["webhook-id"])}.${String(headers?.["webhook-timestamp"])}.${body}`;
    const key = Buffer.from(secret.slice(6), "base64");
    expect(headers?.["webhook-signature"]).toBe(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`);
    expect(JSON.parse(body)).toMatchObject({ type: "log.checkpoint", data: { size } });
    expect(await stateOf("webhook")).toEqual({ size: BigInt(size), failure: null });
  });

  it.each([
    "http://127.0.0.1:1/",
    "http://[::1]:1/",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest",
    "http://localhost:1/",
  ])("is not sent to %s unless that host is allowed", async (url) => {
    process.env["GATEHOUSE_ANCHOR_PRIVATE_HOSTS"] = "";
    forgetEnv();
    await deliverCheckpoints([{ ...createWebhookAnchor(url, undefined), name: url }]);
    process.env["GATEHOUSE_ANCHOR_PRIVATE_HOSTS"] = "127.0.0.1";
    forgetEnv();
    expect((await stateOf(url))?.failure).toBe("private_host");
  });
});

describe("the bucket", () => {
  const access = {
    region: "eu-central-1",
    accessKey: "AKIDEXAMPLE",
    secretKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  };
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

  /** What such a store checks, worked out here anew from the request as it arrived. */
  function isSigned({ method, url, headers, body }: Received): boolean {
    const authorization = headers.authorization ?? "";
    const names = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(";") ?? [];
    const { pathname, searchParams } = new URL(url, "http://x");
    const query = [...searchParams]
      .map(([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(v)}`)
      .sort()
      .join("&");
    const hash = createHash("sha256").update(body).digest("hex");
    const canonical = [
      method,
      pathname,
      query,
      ...names.map((n) => `${n}:${String(headers[n])}`),
      "",
      names.join(";"),
      hash,
    ].join("\n");
    const time = String(headers["x-amz-date"]);
    const place = `${time.slice(0, 8)}/eu-central-1/s3/aws4_request`;
    const text = ["AWS4-HMAC-SHA256", time, place, createHash("sha256").update(canonical).digest("hex")].join("\n");
    const key = hmac(
      hmac(hmac(hmac(`AWS4${access.secretKey}`, time.slice(0, 8)), "eu-central-1"), "s3"),
      "aws4_request",
    );
    return (
      authorization.endsWith(`Signature=${hmac(key, text).toString("hex")}`) && headers["x-amz-content-sha256"] === hash
    );
  }

  it("gets each newest checkpoint under a lock, and is asked for it again", async () => {
    const objects = new Map<string, string>();
    const { url, got } = await listen((one) => {
      if (!isSigned(one)) return { status: 403 };
      const { pathname, searchParams } = new URL(one.url, "http://x");
      if (one.method === "PUT") objects.set(decodeURIComponent(pathname), one.body);
      if (one.method === "PUT") return { status: 200 };
      if (searchParams.get("list-type") === null)
        return { status: 200, body: objects.get(decodeURIComponent(pathname)) ?? "" };
      const keys = [...objects.keys()]
        .map((key) => key.replace("/bucket/", ""))
        .filter((key) => key.startsWith(searchParams.get("prefix") ?? "?"));
      return {
        status: 200,
        body: `<ListBucketResult><Contents><Key>${keys.sort()[0] ?? ""}</Key></Contents></ListBucketResult>`,
      };
    });
    const anchor = createS3Anchor({ ...access, url: `${url}/bucket/the book`, lockDays: 30 });
    await deliverCheckpoints([anchor]);
    const size = await grow();
    await deliverCheckpoints([anchor]);
    expect(await stateOf("s3")).toEqual({ size: BigInt(size), failure: null });
    const put = got.filter(({ method }) => method === "PUT");
    expect(put).toHaveLength(2);
    expect(put[0]?.headers["x-amz-object-lock-mode"]).toBe("COMPLIANCE");
    expect(new Date(String(put[0]?.headers["x-amz-object-lock-retain-until-date"])).getTime()).toBeGreaterThan(
      Date.now() + 29 * 86_400_000,
    );
    expect(put[0]?.headers["content-md5"]).toBe(
      createHash("md5")
        .update(put[0]?.body ?? "")
        .digest("base64"),
    );
    await expect(checkAnchor(getWriterPool(), anchor)).resolves.toBeUndefined();
    const note = await anchor.findNewest?.(getLogKeys().origin);
    expect(
      openCheckpoint(
        ED25519,
        note ?? "",
        getLogKeys().origin,
        getLogKeys().all.map((k) => k.verifier),
      )?.size,
    ).toBe(size);
    const stranger = createS3Anchor({ ...access, secretKey: "another", url: `${url}/bucket`, lockDays: 30 });
    await grow();
    await deliverCheckpoints([stranger]);
    expect((await stateOf("s3"))?.failure).toBe("refused");
  });
});

describe("the witness", () => {
  type Witness = { key: VerifierKey; privateKey: KeyObject; size: number; root: Uint8Array };

  function makeWitness(): Witness {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const { x = "" } = publicKey.export({ format: "jwk" });
    const key = { name: "witness.example/w", kind: "cosignature", publicKey: Buffer.from(x, "base64url") } as const;
    return { key, privateKey, size: 0, root: new Uint8Array() };
  }

  /** C2SP tlog-witness, add-checkpoint, as a witness does it. */
  function addCheckpoint(witness: Witness, body: string): Reply {
    const [head, note] = [body.slice(0, body.indexOf("\n\n")), body.slice(body.indexOf("\n\n") + 2)];
    const [old = "", ...proof] = head.split("\n");
    const { origin, all } = getLogKeys();
    const checkpoint = openCheckpoint(
      ED25519,
      note,
      origin,
      all.map(({ verifier }) => verifier),
    );
    if (checkpoint === null) return { status: 403 };
    const oldSize = Number(old.replace("old ", ""));
    if (oldSize !== witness.size) return { status: 409, body: `${witness.size}\n` };
    const hashes = proof.map((text) => fromBase64(text) ?? new Uint8Array());
    const claim = { oldSize, size: checkpoint.size, oldRoot: witness.root, root: checkpoint.root, proof: hashes };
    if (oldSize > 0 && !verifyConsistency(sha256, claim)) return { status: 422 };
    Object.assign(witness, { size: checkpoint.size, root: checkpoint.root });
    const at = Math.floor(Date.now() / 1_000);
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(at));
    const text = note.slice(0, note.indexOf("\n\n") + 1);
    const signature = sign(null, toCosignedBytes(text, at), witness.privateKey);
    const line = toBase64(joinBytes(toKeyId(sha256, witness.key), time, signature));
    return { status: 200, body: `\u2014 ${witness.key.name} ${line}\n` };
  }

  async function startWitness(): Promise<{ witness: Witness; anchor: Anchor; fresh: () => Anchor }> {
    const witness = makeWitness();
    const { url } = await listen(({ url: path, body }) =>
      path === "/add-checkpoint" ? addCheckpoint(witness, body) : { status: 404 },
    );
    const fresh = () => createWitnessAnchor(url, writeVerifierKey(sha256, witness.key));
    return { witness, anchor: fresh(), fresh };
  }

  it("cosigns as the log grows, is told what it had seen, and its signatures are kept", async () => {
    const { witness, anchor, fresh } = await startWitness();
    await deliverCheckpoints([anchor]);
    await grow();
    await deliverCheckpoints([anchor]);
    const size = await grow(300);
    // A new process does not know what the witness has seen, and learns it.
    await deliverCheckpoints([fresh()]);
    expect(witness.size).toBe(size);
    expect(await stateOf("witness")).toEqual({ size: BigInt(size), failure: null });
    const kept = await reader().logCosignature.findMany({ select: { size: true, line: true } });
    expect(kept.length).toBe(3);
    const { note } = await reader().logCheckpoint.findUniqueOrThrow({ where: { size: BigInt(size) } });
    const signed = `${note}${kept.find((one) => one.size === BigInt(size))?.line ?? ""}`;
    expect(openCheckpoint(ED25519, signed, getLogKeys().origin, [witness.key])?.size).toBe(size);
  });

  it("whose answer is signed by somebody else is not believed", async () => {
    const { witness, anchor } = await startWitness();
    witness.privateKey = makeWitness().privateKey;
    await grow();
    await deliverCheckpoints([anchor]);
    expect((await stateOf("witness"))?.failure).toBe("bad_answer");
  });

  it("that has seen a longer or another log is evidence against ours", async () => {
    const { witness, anchor } = await startWitness();
    await tamper(database.superuserUrl, "DELETE FROM log_anchoring");
    witness.size = 1_000_000;
    await expect(deliverCheckpoints([anchor])).rejects.toMatchObject({ kind: "shorter" });
    witness.size = 2;
    witness.root = sha256(Buffer.from("another log"));
    await expect(deliverCheckpoints([anchor])).rejects.toMatchObject({ kind: "different" });
    expect(areBytesEqual(witness.root, sha256(Buffer.from("another log")))).toBe(true);
  });
});
