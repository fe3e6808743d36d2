import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { getEnv } from "@/lib/runtime/env";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Where a sealed value lives: it opens nowhere else. */
export type SealedPlace = { table: string; column: string; rowId: string };

function encrypt(key: Uint8Array, plain: Uint8Array, aad: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(aad, "utf8"));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Uint8Array, sealed: Buffer, aad: string): Buffer {
  const iv = sealed.subarray(0, IV_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(aad, "utf8"));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}

function toAad(place: SealedPlace): string {
  return `${place.table}|${place.column}|${place.rowId}`;
}

/**
 * Envelope encryption: `v1.<key id>.<wrapped data key>.<iv‖ciphertext‖tag>`, base64url; AES-256-GCM with a fresh data key for
 * each value, the place as additional data on both layers.
 */
export function seal(plain: string, place: SealedPlace): string {
  const { currentKeyId, keys } = getEnv().keyring;
  const wrappingKey = keys[currentKeyId];
  if (!wrappingKey) throw new Error("the keyring has no current key");
  const dataKey = randomBytes(32);
  const wrapped = encrypt(wrappingKey, dataKey, toAad(place)).toString("base64url");
  return `v1.${currentKeyId}.${wrapped}.${encrypt(dataKey, Buffer.from(plain, "utf8"), toAad(place)).toString("base64url")}`;
}

/** Opens what `seal` made for the same place. Throws, naming table and row only, when it cannot be authenticated. */
export function unseal(envelope: string, place: SealedPlace): string {
  const [version, keyId = "", wrapped = "", body = ""] = envelope.split(".");
  const wrappingKey = getEnv().keyring.keys[keyId];
  if (version !== "v1" || !wrappingKey) throw new Error(`no key for ${place.table} ${place.rowId}`);
  try {
    const dataKey = decrypt(wrappingKey, Buffer.from(wrapped, "base64url"), toAad(place));
    return decrypt(dataKey, Buffer.from(body, "base64url"), toAad(place)).toString("utf8");
  } catch {
    throw new Error(`${place.table} ${place.rowId} cannot be decrypted: it was altered or moved`);
  }
}
