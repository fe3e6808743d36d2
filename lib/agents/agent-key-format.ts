import { randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const RANDOM_LENGTH = 30;
const CHECK_LENGTH = 6;
const SHAPE = /^ghk_([0-9A-Za-z]{30})([0-9A-Za-z]{6})$/;

function toBase62(value: number, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest = Math.floor(rest / 62)) text = `${ALPHABET[rest % 62]}${text}`;
  return text;
}

/** `ghk_`, 30 random base62 characters (178 bits), then the CRC-32 of those in 6: so that scanners recognise a leaked key. */
export function newAgentKey(): string {
  const random = Array.from({ length: RANDOM_LENGTH }, () => ALPHABET[randomInt(62)]).join("");
  return `ghk_${random}${toBase62(crc32(random), CHECK_LENGTH)}`;
}

/** Whether a text can be a key at all: its shape and its check digits. */
export function isAgentKeyShaped(text: string): boolean {
  const match = SHAPE.exec(text);
  return match !== null && toBase62(crc32(match[1] ?? ""), CHECK_LENGTH) === match[2];
}

/** The part by which people recognise a key in a list. */
export function toKeyHint(key: string): string {
  return key.slice(0, 8);
}
