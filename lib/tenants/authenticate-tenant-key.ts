import { reader } from "@/lib/db/reader";
import type { TenantActor } from "@/lib/identity/request-context";
import type { TenantId } from "@/lib/kernel/ids";
import { getEnv } from "@/lib/runtime/env";
import { hmacHex } from "@/lib/runtime/hashing";
import { toTenantUnavailable } from "./internal/tenant-row";

const SHAPE = /^ght_[A-Za-z0-9_-]{43}$/;

const KNOWN_MAX = 1_000;
/** Whose a key is never changes; whether it still counts is decided with each question. */
const known = new Map<string, TenantActor>();

const toKeyHash = (key: string): string => hmacHex(getEnv().keyPepper, key);

/** The tenant behind a key that this process has seen before, without asking the database; else null. */
export function recallTenantKey(key: string): TenantActor | null {
  return known.get(toKeyHash(key)) ?? null;
}

/** Whether a text can be a tenant's key at all. */
export const isTenantKeyShaped = (text: string): boolean => SHAPE.test(text);

/** The tenant behind a key, or null. Whether the key still counts is decided with each question. Throws `unavailable`. */
export async function authenticateTenantKey(key: string): Promise<TenantActor | null> {
  const keyHash = toKeyHash(key);
  const row = await reader()
    .tenant.findUnique({ where: { keyHash }, select: { id: true } })
    .catch((error: unknown) => {
      throw toTenantUnavailable(error);
    });
  if (row === null) return null;
  const actor: TenantActor = { kind: "tenant", tenantId: row.id as TenantId };
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(keyHash, actor);
  return actor;
}
