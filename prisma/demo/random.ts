/** A stream of seeded random numbers. Each table draws from its own stream, so a change in one table leaves the others as they were. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** An integer in [min, max]. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Picks by weight: `[["a", 3], ["b", 1]]` gives "a" three times in four. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  digits(count: number): string;
  uuid(): string;
}

/** sfc32, seeded by a string through xmur3; both are public-domain mixers. Good for made-up data, never for secrets. */
export function createRandom(seed: number, stream: string): Random {
  const next = sfc32(`${seed}:${stream}`);
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error(`The list to pick from is empty in stream ${stream}.`);
    return item;
  };
  const digits = (count: number) => Array.from({ length: count }, () => int(0, 9)).join("");
  return {
    next,
    int,
    pick,
    digits,
    chance: (p) => next() < p,
    weighted: (items) => pickWeighted(next, items),
    uuid: () => toUuid(int),
  };
}

function pickWeighted<T>(next: () => number, items: readonly (readonly [T, number])[]): T {
  let total = 0;
  for (const [, weight] of items) total += weight;
  let rest = next() * total;
  for (const [item, weight] of items) {
    rest -= weight;
    if (rest < 0) return item;
  }
  const last = items[items.length - 1];
  if (last === undefined) throw new Error("The weighted list is empty.");
  return last[0];
}

function toUuid(int: (min: number, max: number) => number): string {
  const hex = (count: number) =>
    int(0, 16 ** count - 1)
      .toString(16)
      .padStart(count, "0");
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${int(8, 11).toString(16)}${hex(3)}-${hex(8)}${hex(4)}`;
}

function sfc32(text: string): () => number {
  let h = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  const word = () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507);
    h = Math.imul(h ^ (h >>> 13), 3266489909);
    return (h ^= h >>> 16) >>> 0;
  };
  let [a, b, c, d] = [word(), word(), word(), word()];
  const step = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) step();
  return () => step() / 4294967296;
}
