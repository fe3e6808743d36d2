import { areBytesEqual, fromBase64, joinBytes, toBase64, toHex, toUtf8 } from "./bytes";
import type { Hash, Sha256 } from "./merkle-tree";

/** C2SP signed-note: what a key signs with. 1 is Ed25519 over the text, 4 a witness's timestamped Ed25519 cosignature. */
export const KEY_KINDS = { note: 1, cosignature: 4 } as const;
export type KeyKind = keyof typeof KEY_KINDS;

/** A key that signatures are checked with; its text form is `<name>+<key id>+<base64 of kind and key>`. */
export type VerifierKey = { readonly name: string; readonly kind: KeyKind; readonly publicKey: Uint8Array };
export type NoteSignature = { readonly name: string; readonly keyId: Uint8Array; readonly signature: Uint8Array };
/** `text` ends with a newline and is what is signed. */
export type SignedNote = { readonly text: string; readonly signatures: readonly NoteSignature[] };
/** The head of a log at one moment: C2SP tlog-checkpoint. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash };
/** Ed25519: whether `signature` is the key's over `message`. */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

const PUBLIC_KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const TIMESTAMP_BYTES = 8;
const KEY_NAME = /^[^\s+]+$/u;

/** The first four bytes of SHA-256 over name, newline, kind and key. */
export function toKeyId(sha256: Sha256, { name, kind, publicKey }: VerifierKey): Uint8Array {
  const kindByte = Uint8Array.of(KEY_KINDS[kind]);
  return sha256(joinBytes(toUtf8(`${name}\n`), kindByte, publicKey)).slice(0, 4);
}

export function writeVerifierKey(sha256: Sha256, key: VerifierKey): string {
  const body = toBase64(joinBytes(Uint8Array.of(KEY_KINDS[key.kind]), key.publicKey));
  return `${key.name}+${toHex(toKeyId(sha256, key))}+${body}`;
}

/** The key that a text names, or null where the text is malformed, of a kind not known here, or its id is not that of the key. */
export function parseVerifierKey(sha256: Sha256, text: string): VerifierKey | null {
  const [, name, keyId, body = ""] = /^([^\s+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? [];
  const bytes = fromBase64(body);
  if (name === undefined || bytes === null || bytes.length !== PUBLIC_KEY_BYTES + 1) return null;
  const kind = bytes[0] === KEY_KINDS.note ? "note" : bytes[0] === KEY_KINDS.cosignature ? "cosignature" : null;
  if (kind === null) return null;
  const key = { name, kind, publicKey: bytes.slice(1) } as const;
  return toHex(toKeyId(sha256, key)) === keyId ? key : null;
}

export function writeSignatureLine({ name, keyId, signature }: NoteSignature): string {
  return `\u2014 ${name} ${toBase64(joinBytes(keyId, signature))}\n`;
}

export function writeNote({ text, signatures }: SignedNote): string {
  return `${text}\n${signatures.map(writeSignatureLine).join("")}`;
}

export function parseSignatureLine(line: string): NoteSignature | null {
  const [, name, body = ""] = /^\u2014 ([^\s+]+) (\S+)$/u.exec(line) ?? [];
  const bytes = fromBase64(body);
  if (name === undefined || bytes === null || bytes.length < 5) return null;
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

/** The text and signatures of a note, or null where it is malformed: C2SP signed-note. */
export function parseNote(note: string): SignedNote | null {
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note)) return null;
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || !note.endsWith("\n")) return null;
  const lines = note.slice(split + 2, -1).split("\n");
  const signatures = lines.map(parseSignatureLine).filter((one) => one !== null);
  return signatures.length === lines.length ? { text: note.slice(0, split + 1), signatures } : null;
}

/** What a witness signs: C2SP tlog-cosignature. `at` is in seconds since 1970. */
export function toCosignedBytes(text: string, at: number): Uint8Array {
  return toUtf8(`cosignature/v1\ntime ${at}\n${text}`);
}

function readTimestamp(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

/** The time of a witness's cosignature in seconds since 1970, or null where it has none that can be. */
export function toCosignatureTime(signature: Uint8Array): number | null {
  if (signature.length !== TIMESTAMP_BYTES + SIGNATURE_BYTES) return null;
  const at = readTimestamp(signature.subarray(0, TIMESTAMP_BYTES));
  return Number.isSafeInteger(at) ? at : null;
}

type Verifying = { sha256: Sha256; verify: VerifyEd25519 };

function isSignedWith({ sha256, verify }: Verifying, text: string, key: VerifierKey, one: NoteSignature): boolean {
  if (one.name !== key.name || !areBytesEqual(one.keyId, toKeyId(sha256, key))) return false;
  if (key.kind === "note") {
    return one.signature.length === SIGNATURE_BYTES && verify(key.publicKey, toUtf8(text), one.signature);
  }
  const at = toCosignatureTime(one.signature);
  return at !== null && verify(key.publicKey, toCosignedBytes(text, at), one.signature.subarray(TIMESTAMP_BYTES));
}

/** Whether the key signed the note. Other signatures on it do not count for or against. */
export function isNoteSignedBy(crypto: Verifying, note: SignedNote, key: VerifierKey): boolean {
  return note.signatures.some((one) => isSignedWith(crypto, note.text, key, one));
}

export function isKeyName(name: string): boolean {
  return KEY_NAME.test(name);
}

/** `<origin>\n<size>\n<base64 root>\n`: what is signed. */
export function writeCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** The checkpoint in a note's text, or null where there is none; lines after the third are extensions and are passed over. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = "", sizeText = "", rootText = "", ...rest] = text.split("\n");
  const root = fromBase64(rootText);
  const size = /^(0|[1-9]\d*)$/.test(sizeText) ? Number(sizeText) : Number.NaN;
  if (origin === "" || !Number.isSafeInteger(size) || root?.length !== 32 || rest.length === 0) return null;
  return { origin, size, root };
}

/** The checkpoint of a note, if it is this log's and one of the keys signed it. */
export function openCheckpoint(
  crypto: Verifying,
  note: string,
  origin: string,
  keys: readonly VerifierKey[],
): Checkpoint | null {
  const parsed = parseNote(note);
  const checkpoint = parsed === null ? null : parseCheckpoint(parsed.text);
  if (parsed === null || checkpoint?.origin !== origin) return null;
  return keys.some((key) => isNoteSignedBy(crypto, parsed, key)) ? checkpoint : null;
}
