import { randomBytes } from "node:crypto";
import { z } from "zod";
import { seal, unseal } from "@/lib/runtime/keyring";

/** How long the former secret still signs, beside the new one, after it was rolled. */
const OVERLAP_MS = 86_400_000;
const SECRET_BYTES = 32;

const Secrets = z.object({
  current: z.string().startsWith("whsec_"),
  /** The one before, and until when (milliseconds since 1970) it still signs. */
  former: z.object({ secret: z.string().startsWith("whsec_"), until: z.number() }).nullable(),
});

function toPlace(endpointId: string) {
  return { table: "webhook_endpoint", column: "secret_sealed", rowId: endpointId };
}

/** A new secret, as its owner sees it once, and as it is kept. Rolling takes the sealed form that it replaces. */
export function makeWebhookSecret(
  endpointId: string,
  now: Date,
  replaced: string | null,
): { secret: string; sealed: string } {
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
  const before = replaced === null ? null : Secrets.parse(JSON.parse(unseal(replaced, toPlace(endpointId))));
  const former = before && { secret: before.current, until: now.getTime() + OVERLAP_MS };
  return { secret, sealed: seal(JSON.stringify({ current: secret, former }), toPlace(endpointId)) };
}

/** Every secret that signs now, the newest first. */
export function openWebhookSecrets(sealed: string, endpointId: string, now: Date): string[] {
  const { current, former } = Secrets.parse(JSON.parse(unseal(sealed, toPlace(endpointId))));
  return former && former.until > now.getTime() ? [current, former.secret] : [current];
}
