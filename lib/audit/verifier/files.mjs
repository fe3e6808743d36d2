import { fromUtf8 } from "./notes.mjs";
import { nodeCrypto } from "./sha256.mjs";

const CHUNK = 1 << 20;

/** A reader over a browser's File or Blob. Every reader is `{ size, read(offset, length) }`. */
export const readerOfBlob = (blob) => ({
  size: blob.size,
  read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
});

function readTarHead(head) {
  const text = (from, length) => fromUtf8(head.subarray(from, from + length)).replace(/\0[\s\S]*$/, "");
  const isBinary = (head[124] & 0x80) !== 0;
  const size = isBinary
    ? head.subarray(125, 136).reduce((sum, byte) => sum * 256 + byte, 0)
    : Number.parseInt(text(124, 12), 8);
  return { name: text(0, 100).split("/").at(-1), size };
}

/** The files in a tar, by name, as readers. */
export async function openTar(source) {
  const files = new Map();
  for (let at = 0; at + 512 <= source.size; ) {
    const head = await source.read(at, 512);
    if (head[0] === 0) break;
    const { name, size } = readTarHead(head);
    const start = at + 512;
    const read = (offset, length) => source.read(start + offset, Math.min(length, size - offset));
    files.set(name, { size, read });
    at = start + Math.ceil(size / 512) * 512;
  }
  return files;
}

/** Lines in batches: bytes, and for each line where in them it begins and where its newline is. The next batch takes their place. */
export async function* linesOf(file) {
  let room = new Uint8Array(2 * CHUNK);
  let held = 0;
  for (let at = 0; at < file.size; ) {
    const chunk = await file.read(at, CHUNK);
    if (chunk.length === 0) break;
    at += chunk.length;
    const filled = held + chunk.length;
    if (filled > room.length) {
      const larger = new Uint8Array(2 * filled);
      larger.set(room.subarray(0, held));
      room = larger;
    }
    room.set(chunk, held);
    const bytes = room.subarray(0, filled);
    const bounds = [];
    let from = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
      bounds.push(from, end);
      from = end + 1;
    }
    yield { bytes, bounds };
    room.copyWithin(0, from, filled);
    held = filled - from;
  }
  if (held > 0) yield { bytes: room.subarray(0, held), bounds: [0, held] };
}

export const textOf = async (file) => (file === undefined ? "" : fromUtf8(await file.read(0, file.size)));

/** SHA-256 of a file, hex; null in a browser, where its entries are proved one by one all the same. */
export async function digestOf(file) {
  if (nodeCrypto === undefined) return null;
  const hash = nodeCrypto.createHash("sha256");
  for (let at = 0; at < file.size; at += CHUNK) hash.update(await file.read(at, CHUNK));
  return hash.digest("hex");
}
