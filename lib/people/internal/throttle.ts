/** How often one account or one address may fail before it has to wait. */
export type ThrottleLimits = { failuresFree: number; blockMsFirst: number; blockMsMax: number; windowMs: number };

export type Bucket = { failures: number; windowStart: Date; blockedUntil: Date | null };

const MINUTE_MS = 60_000;

export const ACCOUNT_LIMITS: ThrottleLimits = {
  failuresFree: 5,
  blockMsFirst: MINUTE_MS / 2,
  blockMsMax: 15 * MINUTE_MS,
  windowMs: 60 * MINUTE_MS,
};

/** Many people may share one address, so it is given more room. */
export const ADDRESS_LIMITS: ThrottleLimits = {
  failuresFree: 30,
  blockMsFirst: MINUTE_MS,
  blockMsMax: 60 * MINUTE_MS,
  windowMs: 60 * MINUTE_MS,
};

/** How long the bucket is still blocked; 0 when it is not. */
export function waitMs(bucket: Bucket, now: Date): number {
  return Math.max(0, (bucket.blockedUntil?.getTime() ?? 0) - now.getTime());
}

/** The bucket after one more failure: from the limit on, each one blocks twice as long as the one before. */
export function withFailure(bucket: Bucket, now: Date, limits: ThrottleLimits): Bucket {
  const isOver = waitMs(bucket, now) === 0 && now.getTime() - bucket.windowStart.getTime() > limits.windowMs;
  const failures = isOver ? 1 : bucket.failures + 1;
  const windowStart = isOver ? now : bucket.windowStart;
  const doublings = failures - limits.failuresFree;
  if (doublings < 0) return { failures, windowStart, blockedUntil: null };
  const blockMs = Math.min(limits.blockMsMax, limits.blockMsFirst * 2 ** Math.min(doublings, 30));
  return { failures, windowStart, blockedUntil: new Date(now.getTime() + blockMs) };
}
