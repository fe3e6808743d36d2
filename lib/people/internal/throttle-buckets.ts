import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import { reader } from "@/lib/db/reader";
import { toAddressBlock } from "@/lib/identity/client-address";
import { getEnv } from "@/lib/runtime/env";
import { hmacHex } from "@/lib/runtime/hashing";
import { ACCOUNT_LIMITS, ADDRESS_LIMITS, type Bucket, type ThrottleLimits, waitMs, withFailure } from "./throttle";

export type KeyedBucket = Bucket & { key: string };

const BucketRows = z.array(
  z.object({ key: z.string(), failures: z.number(), windowStart: z.date(), blockedUntil: z.date().nullable() }),
);

/** Stands for an account in events and buckets, known or not; the e-mail cannot be read back from it. */
export function toAccountRef(email: string): string {
  return hmacHex(getEnv().pseudonymKey, `sign-in account\n${email}`);
}

/** The buckets that an attempt counts in, in the order in which they are locked. */
export function toBucketKeys(accountRef: string, address: string | null): string[] {
  const keys = [`account:${accountRef}`];
  if (address !== null)
    keys.push(`address:${hmacHex(getEnv().pseudonymKey, `sign-in address\n${toAddressBlock(address)}`)}`);
  return keys.sort();
}

function toLimits(key: string): ThrottleLimits {
  return key.startsWith("account:") ? ACCOUNT_LIMITS : ADDRESS_LIMITS;
}

/** How long the caller still has to wait, without locking anything; 0 when it may try. */
export async function findWaitMs(keys: string[], now: Date): Promise<number> {
  const buckets = await reader().signInThrottle.findMany({
    where: { key: { in: keys } },
    select: { failures: true, windowStart: true, blockedUntil: true },
  });
  return Math.max(0, ...buckets.map((bucket) => waitMs(bucket, now)));
}

/** Makes the buckets where they are absent and locks them until the transaction ends: attempts are judged one after the other. */
export async function lockBuckets(tx: Transaction, keys: string[], now: Date): Promise<KeyedBucket[]> {
  return BucketRows.parse(
    await tx.$queryRaw`
      INSERT INTO sign_in_throttle AS bucket (key, failures, window_start)
      SELECT key, 0, ${now}::timestamptz FROM unnest(${keys}::text[]) AS wanted (key) ORDER BY key
      ON CONFLICT (key) DO UPDATE SET key = excluded.key
      RETURNING bucket.key, bucket.failures, bucket.window_start AS "windowStart", bucket.blocked_until AS "blockedUntil"`,
  );
}

export async function countFailure(tx: Transaction, buckets: KeyedBucket[], now: Date): Promise<void> {
  for (const bucket of buckets) {
    const { failures, windowStart, blockedUntil } = withFailure(bucket, now, toLimits(bucket.key));
    await tx.signInThrottle.update({ where: { key: bucket.key }, data: { failures, windowStart, blockedUntil } });
  }
}

/** A right password proves the account's own; the address keeps its count, or one known account would clear the way for guessing others. */
export async function clearAccountBucket(tx: Transaction, accountRef: string): Promise<void> {
  await tx.signInThrottle.deleteMany({ where: { key: `account:${accountRef}` } });
}
