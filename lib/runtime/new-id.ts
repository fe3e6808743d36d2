import { v7 } from "uuid";

let sequence = 0;

/**
 * A UUID v7 (RFC 9562 §5.7) of the given moment, so that ids sort by time; within one millisecond those of this process sort in the
 * order they were made.
 */
export function newId(at: Date): string {
  sequence = (sequence + 1) % 0x1_0000_0000;
  return v7({ msecs: at.getTime(), seq: sequence });
}
