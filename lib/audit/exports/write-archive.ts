import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { getReaderPool } from "@/lib/db/pool";
import { writeVerifierKey } from "@/lib/kernel/checkpoint";
import type { Json } from "@/lib/kernel/canonical-json";
import { sha256Hex } from "@/lib/runtime/hashing";
import { assembleVerifier } from "@/lib/audit/verifier/assemble-verifier";
import { getLogKeys, sha256, signText } from "@/lib/audit/log/log-keys";
import { writeTar } from "./tar";
import { openFile, writeFile, type WrittenFile } from "./write-file";

const README = `An export of Gatehouse's audit log.

entries.ndjson   the events, one a line, each with its number in the log and the hash of its text
proof.json       hashes that stand for what is not exported, so that the entries lead to the signed root
checkpoint.txt   the head of the log, signed (C2SP tlog-checkpoint); checkpoints.jsonl: earlier ones
keys.txt         the log's public keys: compare them with those that you were given by another way
manifest.json    what was exported, with the digest of each file; manifest.note: its signature
verify.mjs       checks all of this: node verify.mjs . --key '<key>'
`;

type Head = { size: number; note: string };

/** The head that an export is made for: what is added later is not in it. */
export async function loadHead(): Promise<Head | null> {
  const { rows } = await getReaderPool().query<{ size: string; note: string }>(
    "SELECT size, note FROM log_head WHERE id = 1",
  );
  const [head] = rows;
  return head === undefined ? null : { size: Number(head.size), note: head.note };
}

/** The cosigned head where a witness gave its signature for that size. */
async function withCosignatures({ size, note }: Head): Promise<string> {
  const { rows } = await getReaderPool().query<{ line: string }>(
    "SELECT line FROM log_cosignature WHERE size = $1 ORDER BY witness",
    [size],
  );
  return `${note}${rows.map((row) => row.line).join("")}`;
}

async function writeCheckpoints(folder: string, size: number): Promise<WrittenFile> {
  const file = openFile(folder, "checkpoints.jsonl");
  const { rows } = await getReaderPool().query<{ size: string; note: string; at: Date }>(
    "SELECT size, note, at FROM log_checkpoint WHERE size <= $1 ORDER BY size",
    [size],
  );
  for (const row of rows)
    await file.write(`${JSON.stringify({ at: row.at, size: Number(row.size), note: row.note })}\n`);
  return file.end();
}

/** Everything beside the entries that an outsider needs to check them. */
export async function writeEvidence(folder: string, head: Head): Promise<WrittenFile[]> {
  const keys = getLogKeys().all.map((key) => `${writeVerifierKey(sha256, key.verifier)}\n`);
  return [
    await writeFile(folder, "checkpoint.txt", await withCosignatures(head)),
    await writeCheckpoints(folder, head.size),
    await writeFile(folder, "keys.txt", keys.join("")),
    await writeFile(folder, "verify.mjs", assembleVerifier()),
    await writeFile(folder, "README.txt", README),
  ];
}

/** Signs a manifest of the files and puts all into one tar. Returns its length and digest. */
export async function writeArchive(
  folder: string,
  target: string,
  files: readonly WrittenFile[],
  about: { [fact: string]: Json },
  at: Date,
): Promise<{ bytes: number; sha256: string }> {
  const listed = files.map(({ name, bytes, sha256: digest }) => ({ name, bytes, sha256: digest }));
  const manifest = `${JSON.stringify({ ...about, at: at.toISOString(), files: listed }, null, 2)}\n`;
  const note = signText(`gatehouse export manifest\n${sha256Hex(manifest)}\n`, getLogKeys().current);
  const signed = [await writeFile(folder, "manifest.json", manifest), await writeFile(folder, "manifest.note", note)];
  const out = createWriteStream(target, { mode: 0o600 });
  out.on("error", () => undefined);
  await writeTar(out, [...signed, ...files], at);
  out.end();
  await finished(out);
  return digestOf(target);
}

async function digestOf(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: hash.digest("hex") };
}
