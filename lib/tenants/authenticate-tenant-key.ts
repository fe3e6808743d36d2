import { reader } from "@/lib/db/reader";
import type { TenantActor } from "@/lib/identity/request-context";
import type { TenantId } from "@/lib/kernel/ids";
import { getEnv } from "@/lib/runtime/env";
import { hmacHex } from "@/lib/runtime/hashing";
import { toTenantUnavailable } from "./internal/tenant-row";

const SHAPE = /^ght_[A-Za-z0-9_-]{43}$/;

/** Whether a text can be a tenant's key at all. */
export const isTenantKeyShaped = (text: string): boolean => SHAPE.test(text);

/** The tenant behind a key, or null. Whether the key still counts is decided with each question. Throws `unavailable`. */
export async function authenticateTenantKey(key: string): Promise<TenantActor | null> {
  const row = await reader()
    .tenant.findUnique({ where: { keyHash: hmacHex(getEnv().keyPepper, key) }, select: { id: true } })
    .catch((error: unknown) => {
      throw toTenantUnavailable(error);
    });
  return row === null ? null : { kind: "tenant", tenantId: row.id as TenantId };
}
