import fc from "fast-check";
import { expect, test } from "vitest";
import { ACCOUNT_LIMITS, type Bucket, waitMs, withFailure } from "./throttle";

test("however attempts are spaced, an account gets at most twenty tries in any hour", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 * 60_000 }), { maxLength: 200 }), (gaps) => {
      let now = Date.UTC(2030, 0, 1);
      let bucket: Bucket = { failures: 0, windowStart: new Date(now), blockedUntil: null };
      const tries: number[] = [];
      for (const gap of gaps) {
        now += gap;
        const at = new Date(now);
        if (waitMs(bucket, at) > 0) continue;
        bucket = withFailure(bucket, at, ACCOUNT_LIMITS);
        tries.push(now);
      }
      for (const from of tries)
        expect(tries.filter((time) => time >= from && time < from + 3_600_000).length).toBeLessThanOrEqual(20);
    }),
  );
});

test("a wait grows with each failure up to its limit and is over when it is over", () => {
  const start = new Date(Date.UTC(2030, 0, 1));
  let bucket: Bucket = { failures: 4, windowStart: start, blockedUntil: null };
  const waits: number[] = [];
  let now = start;
  for (let n = 0; n < 8; n += 1) {
    bucket = withFailure(bucket, now, ACCOUNT_LIMITS);
    waits.push(waitMs(bucket, now));
    now = bucket.blockedUntil ?? now;
    expect(waitMs(bucket, now)).toBe(0);
  }
  expect(waits).toEqual([30_000, 60_000, 120_000, 240_000, 480_000, 900_000, 900_000, 900_000]);
});
