import { randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const RANDOM_LENGTH = 30;
const CHECK_LENGTH = 6;
const SHAPE = /^(gh[a-z])_([0-9A-Za-z]{30})([0-9A-Za-z]{6})$/;

/** `ghk` an agent's key, `ghd` a dispatcher's key, `ghc` a case token. */
export type SecretKind = "ghk" | "ghd" | "ghc";

function toBase62(value: number, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest = Math.floor(rest / 62)) text = `${ALPHABET[rest % 62]}${text}`;
  return text;
}

/** The kind, 30 random base62 characters (178 bits), then the CRC-32 of those in 6: so that scanners recognise a leaked one. */
export function newSecretToken(kind: SecretKind): string {
  const random = Array.from({ length: RANDOM_LENGTH }, () => ALPHABET[randomInt(62)]).join("");
  return `${kind}_${random}${toBase62(crc32(random), CHECK_LENGTH)}`;
}

/** Whether a text can be a token of the kind at all: its shape and its check digits. */
export function isSecretTokenShaped(kind: SecretKind, text: string): boolean {
  const match = SHAPE.exec(text);
  return match !== null && match[1] === kind && toBase62(crc32(match[2] ?? ""), CHECK_LENGTH) === match[3];
}

/** The part by which people recognise one in a list. */
export function toSecretHint(token: string): string {
  return token.slice(0, 8);
}
