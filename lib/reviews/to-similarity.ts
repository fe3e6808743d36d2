import { createHmac } from "node:crypto";
import { getEnv } from "@/lib/runtime/env";

const SLOTS = 16;
const SLOT_BYTES = 4;
const WORDS_MAX = 1_000;
const WORD_LENGTH_MAX = 60;

/** Numbers say which order it is about, not what about it, so all count as one word. */
function toWords(text: string): Set<string> {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(0, WORDS_MAX).map((word) => (/\p{N}/u.test(word) ? "#" : word.slice(0, WORD_LENGTH_MAX))));
}

/**
 * A keyed minhash of a text's words: the share of equal places of two estimates the share of words (Jaccard) that the texts have in
 * common. 16 signed 32-bit numbers that say nothing of the words without the key; none for a text without words.
 */
export function toSimilarity(text: string): number[] {
  const least: number[] = [];
  const { pseudonymKey } = getEnv();
  for (const word of toWords(text)) {
    const hash = createHmac("sha512", pseudonymKey).update(`similarity\n${word}`, "utf8").digest();
    for (let slot = 0; slot < SLOTS; slot += 1) {
      const value = hash.readInt32BE(slot * SLOT_BYTES);
      least[slot] = Math.min(least[slot] ?? value, value);
    }
  }
  return least;
}

/** 0 to 1. */
export function compareSimilarity(left: readonly number[], right: readonly number[]): number {
  if (left.length !== SLOTS || right.length !== SLOTS) return 0;
  return left.filter((value, slot) => value === right[slot]).length / SLOTS;
}
