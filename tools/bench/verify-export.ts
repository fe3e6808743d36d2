import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { getLogKeys, sha256, signCheckpoint, signText } from "@/lib/audit/log/log-keys";
import { openFile } from "@/lib/audit/exports/write-file";
import { verifyPath } from "@/lib/audit/verifier/command.mjs";
import { hashLeaf, type Hash } from "@/lib/kernel/merkle-tree";
import { writeVerifierKey } from "@/lib/kernel/checkpoint";
import { appendLeaves, rootOfEdge, type TreeEdge } from "@/lib/kernel/tiles";
import { forgetEnv } from "@/lib/runtime/env";
import { newId } from "@/lib/runtime/new-id";
import type { BenchTable } from "./classification";

const COUNT = 1_000_000;
const AIM = 150_000;

/** Every process needs all settings; only the log's key is used here. */
function setEnv(): void {
  const key = (): string => randomBytes(32).toString("base64url");
  Object.assign(process.env, {
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
    GATEHOUSE_SESSION_SECRET: key(),
    GATEHOUSE_KEYRING: JSON.stringify({ currentKeyId: "k1", keys: { k1: key() } }),
    GATEHOUSE_KEY_PEPPER: key(),
    GATEHOUSE_PSEUDONYM_KEY: key(),
    GATEHOUSE_CURSOR_KEY: key(),
    GATEHOUSE_TOKEN_KEY: key(),
    GATEHOUSE_LOG_KEYS: JSON.stringify({ currentKeyId: "l1", keys: { l1: key() } }),
  });
  forgetEnv();
}

const toText = (n: number, id: string): string =>
  `{"action":"access.decided","actor":{"id":"${id}","keyId":"${id}","kind":"agent"},"address":"10.0.0.7","agentId":"${id}","at":"2026-11-25T14:28:02.123Z","basis":{"policyVersion":"812","scopes":[{"scopeId":"${id}","version":3}]},"dataset":"customers","datasetId":"${id}","decision":"allow","door":"read","fields":{"city":"clear","email":"mask","id":"clear","last_name":"mask","phone":"withheld","status":"clear"},"filterFields":["id"],"id":"${id}","keyId":"${id}","limit":${n},"orderFields":[],"purpose":"customer_support","reason":"granted","requestId":"${id}","sourceId":"${id}"}`;

/** An export of a whole log, as the jobs write one. */
async function writeLog(folder: string): Promise<void> {
  const entries = openFile(folder, "entries.ndjson");
  let edge: TreeEdge = { size: 0, levels: [] };
  for (let first = 0; first < COUNT; first += 10_000) {
    const leaves: Hash[] = [];
    const lines: string[] = [];
    for (let n = first; n < first + 10_000; n += 1) {
      const text = toText(n, newId(new Date()));
      const leaf = hashLeaf(sha256, Buffer.from(text));
      leaves.push(leaf);
      lines.push(`{"entry":${n},"leaf":"${Buffer.from(leaf).toString("base64")}","event":${text}}\n`);
    }
    edge = appendLeaves(sha256, edge, leaves).edge;
    await entries.write(lines.join(""));
  }
  await entries.end();
  const { origin, current, all } = getLogKeys();
  const manifest = JSON.stringify({ at: new Date().toISOString(), files: [] });
  const digest = createHash("sha256").update(manifest).digest("hex");
  const root = rootOfEdge(sha256, edge);
  const files = {
    "proof.json": '{"nodes":[]}',
    "checkpoint.txt": signCheckpoint({ origin, size: COUNT, root }, current),
    "keys.txt": all.map((key) => `${writeVerifierKey(sha256, key.verifier)}\n`).join(""),
    "manifest.json": manifest,
    "manifest.note": signText(`gatehouse export manifest\n${digest}\n`, current),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** Verifying a million entries with the verifier that exports carry. */
export async function benchVerifyExport(): Promise<BenchTable> {
  setEnv();
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-bench-"));
  try {
    await writeLog(folder);
    const [rates, ofProcessor]: [number[], number[]] = [[], []];
    for (let round = 0; round < 3; round += 1) {
      const startedAt = performance.now();
      const used = process.cpuUsage();
      const verdict = await verifyPath(folder);
      if (!verdict.isIntact) throw new Error(`the export is not intact: ${verdict.problem?.sentence ?? ""}`);
      rates.push(COUNT / ((performance.now() - startedAt) / 1_000));
      const { user, system } = process.cpuUsage(used);
      ofProcessor.push(COUNT / ((user + system) / 1e6));
    }
    const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[1] ?? 0;
    const rate = median(rates);
    return {
      title: `Verifying an export of ${COUNT.toLocaleString("en")} entries in Node`,
      columns: ["entries/s", "entries for a second of processor time"],
      rows: [[Math.round(rate), Math.round(median(ofProcessor))]],
      notes: [`Aim: ${AIM.toLocaleString("en")} a second. ${rate >= AIM ? "Reached." : "NOT reached."}`],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
