/** A bucket of tries for each address, and one for all: what wrong keys can add to the log, and cost, is bounded. */
export type Throttle = {
  /** Whether one more wrong key from there would still be taken. */
  isOpen: (address: string) => boolean;
  /** Takes a try; false when there was none left. */
  take: (address: string) => boolean;
};

type Limits = { burst: number; perSecond: number; burstForAll: number; perSecondForAll: number; addressesMax: number };
type Bucket = { level: number; at: number };

const LIMITS: Limits = { burst: 20, perSecond: 0.5, burstForAll: 200, perSecondForAll: 20, addressesMax: 10_000 };

/** `clock` is in milliseconds. Buckets refill with time; the longest unused are forgotten first. */
export function createThrottle(clock: () => number, limits: Limits = LIMITS): Throttle {
  const buckets = new Map<string, Bucket>();
  const all: Bucket = { level: limits.burstForAll, at: clock() };

  const refill = (bucket: Bucket, burst: number, perSecond: number): Bucket => {
    const now = clock();
    bucket.level = Math.min(burst, bucket.level + ((now - bucket.at) / 1_000) * perSecond);
    bucket.at = now;
    return bucket;
  };
  const find = (address: string): Bucket => {
    const known = buckets.get(address);
    buckets.delete(address);
    const bucket =
      known === undefined ? { level: limits.burst, at: clock() } : refill(known, limits.burst, limits.perSecond);
    const oldest = buckets.size >= limits.addressesMax ? buckets.keys().next().value : undefined;
    if (oldest !== undefined) buckets.delete(oldest);
    buckets.set(address, bucket);
    return bucket;
  };
  const isOpen = (address: string): boolean => {
    const one = buckets.get(address);
    const level = one === undefined ? limits.burst : refill(one, limits.burst, limits.perSecond).level;
    return level >= 1 && refill(all, limits.burstForAll, limits.perSecondForAll).level >= 1;
  };
  const take = (address: string): boolean => {
    if (!isOpen(address)) return false;
    find(address).level -= 1;
    all.level -= 1;
    return true;
  };
  return { isOpen, take };
}
