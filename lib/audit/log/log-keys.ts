import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { toHex, toUtf8 } from "@/lib/kernel/bytes";
import { type Checkpoint, toKeyId, type VerifierKey, writeCheckpoint, writeNote } from "@/lib/kernel/checkpoint";
import { getEnv } from "@/lib/runtime/env";
import type { Keyring } from "@/lib/runtime/env-variables";

export type LogKey = { readonly id: string; readonly privateKey: KeyObject; readonly verifier: VerifierKey };
export type LogKeys = { readonly origin: string; readonly current: LogKey; readonly all: readonly LogKey[] };

/** What stands before a seed in an Ed25519 private key's PKCS #8 form (RFC 8410). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");
const ORIGIN_DIGITS = 16;

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const jwk = { kty: "OKP", crv: "Ed25519", x: Buffer.from(publicKey).toString("base64url") };
  return verify(null, message, createPublicKey({ key: jwk, format: "jwk" }), signature);
}

export const ED25519 = { sha256, verify: verifyEd25519 } as const;

function openKey(seed: Uint8Array): { privateKey: KeyObject; publicKey: Uint8Array } {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: "der", type: "pkcs8" });
  const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  return { privateKey, publicKey: Buffer.from(x, "base64url") };
}

function openRing({ currentKeyId, keys }: Keyring): LogKeys {
  const opened = Object.entries(keys).map(([id, seed]) => ({ id, ...openKey(seed) }));
  const [first] = opened;
  if (first === undefined) throw new Error("the log has no key");
  const origin = `gatehouse.log/${toHex(sha256(first.publicKey)).slice(0, ORIGIN_DIGITS)}`;
  const all = opened.map(({ id, privateKey, publicKey }) => ({
    id,
    privateKey,
    verifier: { name: origin, kind: "note", publicKey } as const,
  }));
  const current = all.find(({ id }) => id === currentKeyId);
  if (current === undefined) throw new Error("the log has no current key");
  return { origin, current, all };
}

let opened: { ring: Keyring; keys: LogKeys } | undefined;

/**
 * The keys of this log. Its name follows from the ring's first key, so that whoever can write to the database alone cannot begin another
 * log under the same name; a new key is added behind the old ones, which stay.
 */
export function getLogKeys(): LogKeys {
  const ring = getEnv().logKeys;
  if (opened?.ring !== ring) opened = { ring, keys: openRing(ring) };
  return opened.keys;
}

/** A signed note of a text that ends with a newline. */
export function signText(text: string, key: LogKey): string {
  const signature = sign(null, toUtf8(text), key.privateKey);
  return writeNote({
    text,
    signatures: [{ name: key.verifier.name, keyId: toKeyId(sha256, key.verifier), signature }],
  });
}

export function signCheckpoint(checkpoint: Checkpoint, key: LogKey): string {
  return signText(writeCheckpoint(checkpoint), key);
}
