import { headers } from "next/headers";
import { PEER_HEADER } from "@/app/peer-address";
import { toClientAddress } from "@/lib/identity/client-address";
import { getEnv } from "@/lib/runtime/env";

/** The address that this request comes from, as far as the trusted proxies tell. */
export async function getClientAddress(): Promise<string | null> {
  const all = await headers();
  return toClientAddress(
    all.get(PEER_HEADER) ?? undefined,
    all.get("x-forwarded-for") ?? undefined,
    getEnv().trustProxy,
  );
}
