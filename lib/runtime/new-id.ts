import { randomFillSync } from "node:crypto";
import { v7 } from "uuid";

const RANDOM_BYTES = 16;
/** Random bytes for many ids at once: asking the system for each id's would cost more than the rest of it. */
const pool = new Uint8Array(RANDOM_BYTES * 256);
let used = pool.length;
let sequence = 0;

function takeRandom(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += RANDOM_BYTES;
  return pool.subarray(used - RANDOM_BYTES, used);
}

/**
 * A UUID v7 (RFC 9562 §5.7) of the given moment, so that ids sort by time; within one millisecond those of this process sort in the
 * order they were made.
 */
export function newId(at: Date): string {
  sequence = (sequence + 1) % 0x1_0000_0000;
  return v7({ msecs: at.getTime(), seq: sequence, random: takeRandom() });
}
