import { execFileSync, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createTlsServer, type TLSSocket } from "node:tls";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { listStreams } from "@/lib/audit/list-streams";
import { recordSome, sequenceAll } from "@/lib/audit/log-fixture";
import { makeStream } from "@/lib/audit/make-stream";
import { removeStream } from "@/lib/audit/remove-stream";
import { switchStream } from "@/lib/audit/switch-stream";
import { findInDatabase } from "@/lib/db/find-in-database";
import { getWriterPool } from "@/lib/db/pool";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { testPerson } from "@/lib/identity/test-contexts";
import { forgetEnv } from "@/lib/runtime/env";
import { serveDueStreams } from "./serve-streams";
import { toSyslogFrame } from "./to-syslog";

const database = await createTestDatabase();
process.env["GATEHOUSE_ANCHOR_PRIVATE_HOSTS"] = "127.0.0.1,localhost";
forgetEnv();
const asAdmin = () => testPerson(["admin"]);
const folder = mkdtempSync(join(tmpdir(), "gatehouse-streams-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Post = { body: string; headers: Record<string, unknown> };
type Receiver = { url: string; posts: Post[]; answer: (n: number) => number };

/** Another party's server, on loopback. */
async function startReceiver(): Promise<Receiver> {
  const receiver: Receiver = { url: "", posts: [], answer: () => 204 };
  const server = createHttpServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const status = receiver.answer(receiver.posts.length);
      if (status < 300) receiver.posts.push({ body: Buffer.concat(chunks).toString(), headers: request.headers });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
  return receiver;
}

const entriesOf = ({ posts }: Receiver): number[] =>
  posts.flatMap(({ body }) => (JSON.parse(body) as { data: { entry: number }[] }).data.map(({ entry }) => entry));
const sizeOf = async (): Promise<number> =>
  Number((await reader().logHead.findUniqueOrThrow({ where: { id: 1 } })).size);
const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n);

async function serveAll(): Promise<void> {
  for (let rounds = 0; rounds < 50 && (await serveDueStreams(getWriterPool())) > 0; rounds += 1);
}
const forgetWait = () => getWriterPool().query("UPDATE audit_stream SET try_at = NULL");

beforeEach(async () => {
  await getWriterPool().query("DELETE FROM audit_stream");
  await recordSome(5);
  await sequenceAll();
});

describe("a webhook", () => {
  it("gets every event in the log's order, from the first or from now, in the exact text that is proved", {
    timeout: 60_000,
  }, async () => {
    const [old, fresh] = [await startReceiver(), await startReceiver()];
    const { secret } = await makeStream(asAdmin(), {
      name: "all",
      kind: "webhook",
      target: old.url,
      isFromStart: true,
    });
    const from = await sizeOf();
    await makeStream(asAdmin(), { name: "new", kind: "webhook", target: fresh.url });
    await recordSome(450);
    await sequenceAll();
    await serveAll();
    const size = await sizeOf();
    expect(entriesOf(old)).toEqual(numbers(0, size));
    expect(entriesOf(fresh)).toEqual(numbers(from, size));
    const [first] = old.posts;
    const { headers, body = "" } = first ?? {};
    const signed = `${String(headers?.["webhook-id"])}.${String(headers?.["webhook-timestamp"])}.${body}`;
    const key = Buffer.from(secret?.slice(6) ?? "", "base64");
    expect(headers?.["webhook-signature"]).toBe(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`);
    const entry = await reader().logEntry.findUniqueOrThrow({ where: { seq: 0n } });
    const event = await reader().auditEvent.findUniqueOrThrow({ where: { id: entry.eventId } });
    expect(body).toContain(`"event":${event.text}}`);
    expect(await findInDatabase(database.superuserUrl, secret ?? "?")).toEqual([]);
  });

  it("that is down for long loses nothing, is said once, and gets all in order when it is back", async () => {
    const receiver = await startReceiver();
    receiver.answer = () => 503;
    const { streamId } = await makeStream(asAdmin(), { name: "down", kind: "webhook", target: receiver.url });
    const from = await sizeOf();
    for (let tries = 0; tries < 4; tries += 1) {
      await recordSome(3);
      await sequenceAll();
      await serveAll();
      await forgetWait();
    }
    expect(await listStreams(asAdmin())).toMatchObject([
      { name: "down", failure: "refused", host: "127.0.0.1", sentAt: null },
    ]);
    await serveAll();
    const waiting = await reader().auditStream.findUniqueOrThrow({ where: { id: streamId } });
    expect(waiting.tryAt?.getTime()).toBeGreaterThan(Date.now() + 5_000);
    receiver.answer = () => 200;
    await forgetWait();
    await sequenceAll();
    await serveAll();
    await sequenceAll();
    await serveAll();
    expect(entriesOf(receiver)).toEqual(numbers(from, await sizeOf()));
    for (const action of ["audit.stream_failed", "audit.stream_recovered"])
      expect(await reader().auditEvent.count({ where: { action, text: { contains: streamId } } })).toBe(1);
    expect(await listStreams(asAdmin())).toMatchObject([{ behind: 0, failure: null, failedSince: null }]);
  });

  it("that took a batch and whose answer was lost gets it again, under the same id", async () => {
    const receiver = await startReceiver();
    await makeStream(asAdmin(), { name: "again", kind: "webhook", target: receiver.url });
    await recordSome(4);
    await sequenceAll();
    const before = await reader().auditStream.findFirstOrThrow({ select: { seq: true } });
    await serveDueStreams(getWriterPool());
    await getWriterPool().query("UPDATE audit_stream SET seq = $1", [before.seq]);
    await serveDueStreams(getWriterPool());
    expect(receiver.posts).toHaveLength(2);
    expect(receiver.posts[0]?.headers["webhook-id"]).toBe(receiver.posts[1]?.headers["webhook-id"]);
  });

  it("is held up by no other stream's trouble, and one that is switched off waits", async () => {
    const [good, bad] = [await startReceiver(), await startReceiver()];
    bad.answer = () => 500;
    await makeStream(asAdmin(), { name: "bad", kind: "webhook", target: bad.url });
    const { streamId } = await makeStream(asAdmin(), { name: "good", kind: "webhook", target: good.url });
    await recordSome(3);
    await sequenceAll();
    await serveAll();
    const taken = entriesOf(good).length;
    expect(taken).toBeGreaterThan(2);
    await switchStream(asAdmin(), { streamId, isOn: false });
    await recordSome(3);
    await sequenceAll();
    await serveAll();
    expect(entriesOf(good)).toHaveLength(taken);
    await switchStream(asAdmin(), { streamId, isOn: true });
    await serveAll();
    expect(entriesOf(good).length).toBeGreaterThan(taken);
    await removeStream(asAdmin(), { streamId });
    await expect(removeStream(asAdmin(), { streamId })).rejects.toMatchObject({ code: "not_found" });
  });

  it.each([
    [{ target: "ftp://example.com" }, "target"],
    [{ target: "https://user:secret@example.com/" }, "target"],
    [{ target: "example.com" }, "target"],
    [{ kind: "syslog", target: "example.com" }, "target"],
    [{ kind: "syslog", target: "example.com:99999" }, "target"],
    [{ kind: "syslog", target: "example.com:6514", authorities: "not a certificate" }, "authorities"],
    [{ kind: "pigeon" }, "kind"],
  ])("with %o is refused, and no secret quoted", async (input, field) => {
    const refused = makeStream(asAdmin(), {
      name: "x",
      kind: "webhook",
      target: "https://example.com/",
      ...input,
    } as never);
    await expect(refused).rejects.toMatchObject({ code: "invalid_input", field });
    await expect(refused).rejects.not.toThrow(/secret/);
  });

  it("is not sent to a private host unless that is allowed, and made by admins only", async () => {
    const receiver = await startReceiver();
    await makeStream(asAdmin(), { name: "inside", kind: "webhook", target: receiver.url });
    process.env["GATEHOUSE_ANCHOR_PRIVATE_HOSTS"] = "";
    forgetEnv();
    await recordSome(1);
    await sequenceAll();
    await serveAll();
    process.env["GATEHOUSE_ANCHOR_PRIVATE_HOSTS"] = "127.0.0.1,localhost";
    forgetEnv();
    expect(await listStreams(asAdmin())).toMatchObject([{ failure: "private_host" }]);
    expect(receiver.posts).toEqual([]);
    await expect(makeStream(testPerson(["compliance"]), {} as never)).rejects.toMatchObject({ code: "not_permitted" });
  });

  it("goes on from where it was when the process that sends is killed, with nothing left out", {
    timeout: 60_000,
  }, async () => {
    const receiver = await startReceiver();
    await makeStream(asAdmin(), { name: "killed", kind: "webhook", target: receiver.url });
    const from = await sizeOf();
    await recordSome(1_500);
    await sequenceAll();
    const start = async () => {
      const child = spawn(process.execPath, ["--import", "tsx", "jobs/main.ts"], {
        env: process.env,
        stdio: ["ignore", "ignore", "ignore", "ipc"],
      });
      await once(child, "message");
      return child;
    };
    const first = await start();
    await expect.poll(() => receiver.posts.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(1);
    first.kill("SIGKILL");
    await once(first, "exit");
    const second = await start();
    const wanted = numbers(from, from + 1_500);
    await expect.poll(() => new Set(entriesOf(receiver)).size, { timeout: 30_000 }).toBeGreaterThanOrEqual(1_500);
    second.kill("SIGTERM");
    await once(second, "exit");
    const got = entriesOf(receiver);
    expect([...new Set(got)].slice(0, 1_500)).toEqual(wanted);
    // In order but for what was sent again from where it had been.
    expect(got.filter((entry, at) => at > 0 && entry < (got[at - 1] ?? 0)).length).toBeLessThanOrEqual(1);
  });
});

function makeCertificate(): { key: string; cert: string } | null {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const request = [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-days",
    "2",
    "-subj",
    "/CN=localhost",
    "-addext",
    "subjectAltName=DNS:localhost,IP:127.0.0.1",
    "-keyout",
    key,
    "-out",
    cert,
  ];
  try {
    execFileSync("openssl", request, { stdio: "ignore", timeout: 20_000 });
    return { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  } catch {
    return null; // No openssl here: the tests below are left out and say so.
  }
}
const certificate = makeCertificate();

describe.runIf(certificate !== null)("a syslog server", () => {
  /** Frames as RFC 5425 parts them. */
  function toFrames(bytes: Buffer): string[] {
    const frames: string[] = [];
    for (let at = 0; at < bytes.length; ) {
      const space = bytes.indexOf(32, at);
      const length = Number(bytes.subarray(at, space).toString());
      frames.push(bytes.subarray(space + 1, space + 1 + length).toString());
      at = space + 1 + length;
    }
    return frames;
  }

  async function startSyslog(onSocket: (socket: TLSSocket) => void = () => undefined) {
    const received: Buffer[] = [];
    const server = createTlsServer({ key: certificate?.key, cert: certificate?.cert }, (socket) => {
      onSocket(socket);
      socket.on("error", () => undefined);
      socket.on("data", (chunk: Buffer) => received.push(chunk));
      socket.on("end", () => socket.end());
    });
    server.on("tlsClientError", () => undefined);
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    afterAll(() => new Promise((resolve) => server.close(resolve)));
    return {
      target: `localhost:${(server.address() as AddressInfo).port}`,
      frames: () => toFrames(Buffer.concat(received)),
    };
  }

  it("gets every event over TLS, framed, in order, with the exact text", async () => {
    const server = await startSyslog();
    await makeStream(asAdmin(), {
      name: "siem",
      kind: "syslog",
      target: server.target,
      authorities: certificate?.cert,
    });
    const from = await sizeOf();
    await recordSome(420);
    await sequenceAll();
    await serveAll();
    const frames = server.frames();
    expect(frames.map((frame) => Number(/entry="(\d+)"/.exec(frame)?.[1]))).toEqual(numbers(from, await sizeOf()));
    for (const frame of frames)
      expect(frame).toMatch(
        /^<10[89]>1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z \S+ gatehouse - \S+ \[gatehouse@32473 .*\] \ufeff\{"action":/,
      );
  });

  it("whose certificate is not known is sent nothing", async () => {
    const server = await startSyslog();
    await makeStream(asAdmin(), { name: "stranger", kind: "syslog", target: server.target });
    await recordSome(2);
    await sequenceAll();
    await serveAll();
    expect(await listStreams(asAdmin())).toMatchObject([{ failure: "unreachable" }]);
    expect(server.frames()).toEqual([]);
  });

  it("that breaks off in the middle is sent the same again", async () => {
    let breaks = 2;
    const server = await startSyslog((socket) => {
      if (breaks-- > 0) socket.destroy();
    });
    await makeStream(asAdmin(), {
      name: "flaky",
      kind: "syslog",
      target: server.target,
      authorities: certificate?.cert,
    });
    const from = await sizeOf();
    await recordSome(5);
    await sequenceAll();
    for (let tries = 0; tries < 6; tries += 1) {
      await serveAll();
      await forgetWait();
    }
    const entries = server.frames().map((frame) => Number(/entry="(\d+)"/.exec(frame)?.[1]));
    expect([...new Set(entries)].slice(0, 5)).toEqual(numbers(from, from + 5));
  });
});

it("what an event holds cannot break out of its syslog frame", () => {
  const text = JSON.stringify({
    action: 'x"]\n<0>1 -',
    id: 'a"]\\',
    at: "2026-01-01T00:00:00.000Z",
    requestId: "r]",
    actor: { kind: "person", id: null },
  });
  const frame = toSyslogFrame(1, text, "host name\n");
  const [length = ""] = frame.split(" ");
  expect(Buffer.byteLength(frame.slice(length.length + 1))).toBe(Number(length));
  expect(frame).toContain('event="a\\"\\]\\\\"');
  expect(frame.split("\ufeff")[0]).not.toContain("\n");
});
