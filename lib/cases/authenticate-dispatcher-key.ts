import { reader } from "@/lib/db/reader";
import type { DispatcherActor } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { DispatcherKeyId } from "@/lib/kernel/ids";
import { getEnv } from "@/lib/runtime/env";
import { hmacHex } from "@/lib/runtime/hashing";
import { log } from "@/lib/runtime/log";
import { isSecretTokenShaped } from "@/lib/runtime/secret-token";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";

/** The dispatcher behind a key that counts now, or null. Throws `unavailable` when the database does not answer. */
export async function authenticateDispatcherKey(key: string, now: Date): Promise<DispatcherActor | null> {
  if (!isSecretTokenShaped("ghd", key)) return null;
  const row = await reader()
    .dispatcherKey.findUnique({
      where: { keyHash: hmacHex(getEnv().keyPepper, key), revokedAt: null, expiresAt: { gt: now } },
      select: { id: true },
    })
    .catch((error: unknown) => {
      log("error", "key_not_checked", toErrorFacts(error));
      throw new DomainError(
        "unavailable",
        "Gatehouse cannot reach its database, so it refuses: try again in a moment.",
      );
    });
  return row === null ? null : { kind: "dispatcher", keyId: row.id as DispatcherKeyId };
}
