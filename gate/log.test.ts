import { describe, expect, it } from "vitest";
import { recordSome, sequenceAll, tamper } from "@/lib/audit/log-fixture";
import { ED25519, sha256 } from "@/lib/audit/log/log-keys";
import { createTestDatabase } from "@/lib/db/test-database";
import { toHex } from "@/lib/kernel/bytes";
import { openCheckpoint, parseVerifierKey } from "@/lib/kernel/checkpoint";
import { foldSubtrees, toPerfectRanges } from "@/lib/kernel/merkle-tree";
import { rootOfTile } from "@/lib/kernel/tiles";
import { startTestGate } from "./gate-fixture";

const database = await createTestDatabase();
const { url, call } = await startTestGate();

async function fetchTile(path: string): Promise<{ status: number; headers: Headers; hashes: Uint8Array[] }> {
  const response = await fetch(`${url}/log/${path}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const hashes = Array.from({ length: Math.floor(bytes.length / 32) }, (_, at) => bytes.slice(at * 32, at * 32 + 32));
  return { status: response.status, headers: response.headers, hashes };
}

describe("the log as anybody may read it", () => {
  it("is not there before it has begun", async () => {
    expect(await call("GET", "/log/checkpoint")).toMatchObject({ status: 404, body: { code: "not_found" } });
  });

  it("gives out a signed head and the tiles that it follows from, without a key", async () => {
    await recordSome(600);
    await sequenceAll();
    const keys = (await call("GET", "/log/keys")).text.trimEnd().split("\n");
    const key = parseVerifierKey(sha256, keys[0] ?? "");
    const { text, headers } = await call("GET", "/log/checkpoint");
    expect(headers.get("content-type")).toContain("text/plain");
    const checkpoint = key === null ? null : openCheckpoint(ED25519, text, key.name, [key]);
    expect(checkpoint?.size).toBe(600);
    const full = [await fetchTile("tile/0/000"), await fetchTile("tile/0/001")];
    const edge = await fetchTile("tile/0/002.p/88");
    const above = await fetchTile("tile/1/000.p/2");
    expect(full.map(({ hashes }) => hashes.length)).toEqual([256, 256]);
    expect(full[0]?.headers.get("cache-control")).toContain("immutable");
    expect(edge.hashes).toHaveLength(88);
    expect(edge.headers.get("cache-control")).toBe("no-store");
    const roots = full.map(({ hashes }) => rootOfTile(sha256, Buffer.concat(hashes)));
    expect(above.hashes.map(toHex)).toEqual(roots.map(toHex));
    const leaves = [...full, edge].flatMap(({ hashes }) => hashes);
    const fold = (from: number, to: number): Uint8Array =>
      to - from === 1
        ? (leaves[from] ?? new Uint8Array())
        : foldSubtrees(sha256, [fold(from, (from + to) / 2), fold((from + to) / 2, to)]);
    const root = foldSubtrees(
      sha256,
      toPerfectRanges({ start: 0, end: 600 }).map(({ start, end }) => fold(start, end)),
    );
    expect(toHex(root)).toBe(toHex(checkpoint?.root ?? new Uint8Array()));
  });

  it("still gives the part of a tile that an older checkpoint ended in", async () => {
    expect((await fetchTile("tile/0/000.p/7")).hashes.map(toHex)).toEqual(
      (await fetchTile("tile/0/000")).hashes.slice(0, 7).map(toHex),
    );
  });

  it.each([
    "tile/0/003",
    "tile/0/002",
    "tile/0/002.p/89",
    "tile/2/000",
    "tile/0/2",
    "tile/0/x999/999",
    "tile/data/000",
  ])("says that there is no %s", async (path) => {
    expect((await fetchTile(path)).status).toBe(404);
  });

  it("holds hashes only: no event's words are in what it gives out", async () => {
    const all = await Promise.all(
      ["checkpoint", "keys", "tile/0/000"].map(async (path) => (await fetch(`${url}/log/${path}`)).text()),
    );
    for (const word of ["key_unknown", "access", "127.0.0.1", "anonymous"]) expect(all.join("\n")).not.toContain(word);
  });

  it("says in its readiness that the log is in alarm, until somebody has acknowledged it", async () => {
    expect(await call("GET", "/readyz")).toMatchObject({ status: 200, body: { entries: "ok" } });
    await tamper(
      database.superuserUrl,
      "INSERT INTO log_alarm (id, at, kind) VALUES (gen_random_uuid(), now(), 'shorter')",
    );
    await expect
      .poll(async () => call("GET", "/readyz"), { timeout: 5_000 })
      .toMatchObject({
        status: 503,
        body: { status: "not ready", entries: "alarm", database: "ok" },
      });
  });
});
