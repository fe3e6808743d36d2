import { digestOf, linesOf, openTar, textOf } from "./files.mjs";
import { openCheckpoint, openNote, toUtf8 } from "./notes.mjs";
import { fromBase64, hashLeaf, hashNode, isSame, nodeCrypto, sha256 } from "./sha256.mjs";
import { createTree } from "./tree.mjs";

const PAUSE_EVERY_MS = 12;
const EVENT_MARK = toUtf8(',"event":');
const LEAF_LETTERS = 44;

/** Whether an event's text is in the log: its inclusion proof, as the console gives it, against a signed checkpoint. */
export async function verifyProof({ text, entry, hashes, checkpoint }, keys) {
  const signed = await openCheckpoint(checkpoint, keys);
  if (signed === null) return { isIntact: false, problem: "The checkpoint is signed by no key that is trusted here." };
  const half = (value) => Math.floor(value / 2);
  let at = entry;
  let last = signed.size - 1;
  let hash = hashLeaf(toUtf8(text));
  let isInside = entry >= 0 && entry <= last;
  for (const sibling of hashes.map(fromBase64)) {
    if (last === 0) isInside = false;
    const isRight = at % 2 === 1 || at === last;
    hash = isRight ? hashNode(sibling, hash) : hashNode(hash, sibling);
    for (; isRight && at % 2 === 0 && at !== 0; at = half(at)) last = half(last);
    at = half(at);
    last = half(last);
  }
  const isIntact = isInside && last === 0 && isSame(hash, signed.root);
  const problem = isIntact ? null : `Entry ${entry} is not in the log as it is shown here.`;
  return { isIntact, problem, size: signed.size, keyId: signed.keyId };
}

const BASE64 = new Uint8Array(128);
for (const [value, letter] of [
  ...toUtf8("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"),
].entries()) {
  BASE64[letter] = value;
}

/** The 32 bytes that the 44 letters at a place stand for. */
function readHash(line, from) {
  const hash = new Uint8Array(32);
  for (let i = 0, at = from; i < 32; i += 3, at += 4) {
    const head = (BASE64[line[at]] << 18) | (BASE64[line[at + 1]] << 12);
    const bits = head | (BASE64[line[at + 2]] << 6) | BASE64[line[at + 3]];
    hash[i] = bits >> 16;
    if (i < 31) hash[i + 1] = bits >> 8;
    if (i < 30) hash[i + 2] = bits;
  }
  return hash;
}

/** One line of entries.ndjson: `{"entry":<n>,"leaf":"<base64>","event":<the exact text>}`; null where it is not one. */
function readEntry(bytes, from, end) {
  let at = from + 9;
  let entry = 0;
  for (; bytes[at] >= 48 && bytes[at] <= 57; at += 1) entry = entry * 10 + bytes[at] - 48;
  const leafAt = at + 9;
  const markAt = leafAt + LEAF_LETTERS + 1;
  const textAt = markAt + EVENT_MARK.length;
  if (at === from + 9 || textAt >= end || bytes[from] !== 0x7b || bytes[end - 1] !== 0x7d) return null;
  for (let i = 0; i < EVENT_MARK.length; i += 1) if (bytes[markAt + i] !== EVENT_MARK[i]) return null;
  const leaf = readHash(bytes, leafAt);
  // The byte before the text makes room for RFC 6962's 0x00: the leaf is hashed where it lies.
  bytes[textAt - 1] = 0;
  return { entry, leaf, found: sha256(bytes.subarray(textAt - 1, end - 1)) };
}

/** Checkpoints that anchors keep: signed notes, or lines of JSON with a note in each. */
async function readOutside(texts, keys) {
  const notes = texts.flatMap((text) =>
    text === "" || text.startsWith("{")
      ? text.split("\n").flatMap((line) => (line.endsWith("}") ? [JSON.parse(line)] : []))
      : [{ note: text, at: null }],
  );
  const opened = [];
  for (const { note, at } of notes) {
    const checkpoint = await openCheckpoint(note, keys);
    if (checkpoint !== null) opened.push({ ...checkpoint, at });
  }
  return opened.sort((a, b) => a.size - b.size);
}

/** Entries and the hashes that stand for what was not exported, joined to a tree. Stops at the first thing that is wrong. */
async function rebuild(file, { size, nodes, outside, onProgress }) {
  const tree = createTree(size);
  const gaps = nodes.map(([start, end, hash]) => ({ start, end, hash: fromBase64(hash) }));
  const isWhole = gaps.length === 0;
  let gap = 0;
  let count = 0;
  let known = 0;
  let outsideAt = 0;
  let pausedAt = performance.now();
  const bad = (code, entry, sentence, lastEntry = entry) => ({ count, problem: { code, entry, lastEntry, sentence } });
  const fillGaps = () => {
    for (let next = gaps[gap]; next !== undefined && next.start === tree.end(); next = gaps[gap]) {
      tree.push(next.start, next.end, next.hash);
      gap += 1;
    }
  };
  const differsOutside = () => {
    for (let next = outside[outsideAt]; isWhole && next?.size <= tree.end(); next = outside[outsideAt]) {
      if (next.size === tree.end() && !isSame(tree.root(), next.root)) return true;
      known = next.size;
      outsideAt += 1;
    }
    return false;
  };
  for await (const { bytes, bounds } of linesOf(file)) {
    for (let line = 0; line < bounds.length; line += 2) {
      const one = readEntry(bytes, bounds[line], bounds[line + 1]);
      fillGaps();
      const expected = tree.end();
      if (one === null) return bad("unreadable", expected, `Line ${count + 1} of the entries cannot be read.`);
      const { entry } = one;
      if (entry > expected) return bad("missing", expected, `Entry ${expected} is missing.`);
      if (entry < expected) return bad("order", entry, `Entry ${entry} stands where entry ${expected} belongs.`);
      if (!isSame(one.found, one.leaf)) return bad("changed", entry, `The text of entry ${entry} was changed.`);
      tree.push(entry, entry + 1, one.leaf);
      count += 1;
      if (differsOutside()) {
        const sentence = `An entry from ${known} to ${entry} is not what it was when a checkpoint was given outside.`;
        return bad("different", known, sentence, entry);
      }
      if (performance.now() - pausedAt < PAUSE_EVERY_MS) continue;
      onProgress?.(count);
      // A page stays usable; in Node nothing waits for this.
      if (nodeCrypto === undefined) await new Promise((resolve) => setTimeout(resolve));
      pausedAt = performance.now();
    }
  }
  fillGaps();
  if (tree.end() < size) return bad("missing", tree.end(), `Entry ${tree.end()} is missing.`);
  return { count, root: tree.root(), known, problem: null };
}

/** The files whose digests the signed manifest does not name as they are. */
async function findChangedFile(files, manifest) {
  for (const { name, sha256: digest } of manifest.files ?? []) {
    const file = files.get(name);
    if (file === undefined) return `${name} is missing`;
    const found = await digestOf(file);
    if (found !== null && found !== digest) return `${name} was changed`;
  }
  return null;
}

async function readManifest(files, keys) {
  const text = await textOf(files.get("manifest.json"));
  const opened = await openNote(await textOf(files.get("manifest.note")), keys);
  const digest = Array.from(sha256(toUtf8(text)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return opened?.text === `gatehouse export manifest\n${digest}\n` ? JSON.parse(text) : null;
}

/**
 * An export's files, by name, against the keys that the caller trusts and the checkpoints that anchors keep. Without keys those of the
 * export are taken, and the verdict says so: then somebody who made a whole other log would go unnoticed.
 */
export async function verifyFiles(files, { keys = [], outside: outsideTexts = [], onProgress } = {}) {
  const trusted = keys.length > 0 ? keys : (await textOf(files.get("keys.txt"))).trim().split("\n");
  const trust = keys.length > 0 ? "given" : "export";
  const answer = (problem, rest = {}) => ({ isIntact: problem === null, trust, entries: 0, size: 0, ...rest, problem });
  const wrong = (code, sentence) => answer({ code, entry: null, lastEntry: null, sentence });
  const checkpoint = await openCheckpoint(await textOf(files.get("checkpoint.txt")), trusted);
  if (checkpoint === null) return wrong("signature", "The checkpoint is signed by no key that is trusted here.");
  const manifest = await readManifest(files, trusted);
  if (manifest === null) return wrong("signature", "The manifest is not the one that the log's key signed.");
  const kept = await textOf(files.get("checkpoints.jsonl"));
  const outside = (await readOutside([kept, ...outsideTexts], trusted)).filter(
    (one) => one.origin === checkpoint.origin,
  );
  const { size, keyId } = checkpoint;
  const { nodes = [] } = JSON.parse((await textOf(files.get("proof.json"))) || "{}");
  const entries = files.get("entries.ndjson") ?? { size: 0, read: async () => new Uint8Array() };
  const { problem, count, root } = await rebuild(entries, { size, nodes, outside, onProgress });
  const facts = { entries: count, size, keyId };
  if (problem !== null) return answer({ ...problem }, facts);
  const bad = (code, entry, sentence) => answer({ code, entry, lastEntry: entry, sentence }, facts);
  if (!isSame(root, checkpoint.root)) return bad("root", null, "The entries do not lead to the root that was signed.");
  const later = outside.find((one) => one.size > size && one.at !== null && one.at <= manifest.at);
  if (later !== undefined) {
    const sentence = `Entry ${size} is missing: the log had ${later.size} entries before this export was made.`;
    return bad("missing", size, sentence);
  }
  const same = outside.find((one) => one.size === size && !isSame(one.root, checkpoint.root));
  if (same !== undefined) return bad("different", null, "A checkpoint that was given outside has another root.");
  const changed = await findChangedFile(files, manifest);
  return changed === null ? answer(null, facts) : bad("file", null, `The file ${changed}.`);
}

/** The same for an export as one tar. */
export async function verifyTar(source, options) {
  return verifyFiles(await openTar(source), options);
}
