import { createHash, createHmac, randomBytes } from "node:crypto";

/** SHA-256 of the UTF-8 text, hex. */
export function sha256Hex(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** HMAC-SHA-256 of the UTF-8 text, hex. */
export function hmacHex(key: Uint8Array, text: string): string {
  return createHmac("sha256", key).update(text, "utf8").digest("hex");
}

/** 256 random bits, base64url: for tokens that stand alone. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}
