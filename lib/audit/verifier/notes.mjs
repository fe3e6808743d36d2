import { fromBase64, nodeCrypto, sha256, toHex } from "./sha256.mjs";

const encoder = new TextEncoder();
export const toUtf8 = (text) => encoder.encode(text);
export const fromUtf8 = (bytes) => new TextDecoder("utf-8").decode(bytes);

/** C2SP signed-note: `<name>+<key id>+<base64 of 0x01 and the Ed25519 key>`; null where it is malformed. */
export function parseKey(text) {
  const [, name, id, body = ""] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const bytes = fromBase64(body);
  if (name === undefined || bytes.length !== 33 || bytes[0] !== 1) return null;
  const keyId = toHex(sha256(Uint8Array.from([...toUtf8(`${name}\n`), ...bytes])).slice(0, 4));
  return keyId === id ? { name, id, publicKey: bytes.slice(1) } : null;
}

async function isSigned(publicKey, message, signature) {
  if (nodeCrypto !== undefined) {
    const jwk = { kty: "OKP", crv: "Ed25519", x: Buffer.from(publicKey).toString("base64url") };
    return nodeCrypto.verify(null, message, nodeCrypto.createPublicKey({ key: jwk, format: "jwk" }), signature);
  }
  const key = await crypto.subtle.importKey("raw", publicKey, { name: "Ed25519" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "Ed25519" }, key, signature, message);
}

/** The text of a note and the key that signed it; null when none of the keys did. */
export async function openNote(note, keyTexts) {
  const split = note.lastIndexOf("\n\n");
  const text = note.slice(0, split + 1);
  const keys = keyTexts.map(parseKey).filter((key) => key !== null);
  for (const line of note.slice(split + 2).split("\n")) {
    const [, name, body = ""] = /^\u2014 (\S+) (\S+)$/u.exec(line) ?? [];
    const bytes = fromBase64(body);
    const id = toHex(bytes.slice(0, 4));
    for (const key of keys) {
      if (key.name !== name || key.id !== id || bytes.length !== 68) continue;
      if (await isSigned(key.publicKey, toUtf8(text), bytes.slice(4))) return { text, key };
    }
  }
  return null;
}

/** C2SP tlog-checkpoint: the head of the log that a note holds; null when it is not signed by one of the keys. */
export async function openCheckpoint(note, keyTexts) {
  const opened = await openNote(note, keyTexts);
  const [origin, size = "", root = ""] = opened?.text.split("\n") ?? [];
  if (opened === null || !/^\d{1,15}$/.test(size) || origin !== opened.key.name) return null;
  return { origin, size: Number(size), root: fromBase64(root), keyId: opened.key.id };
}
