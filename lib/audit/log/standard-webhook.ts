import { createHmac } from "node:crypto";

/** The headers of Standard Webhooks 1.0: `whsec_…` signs `<id>.<seconds>.<body>`. */
export function toWebhookHeaders(
  id: string,
  at: Date,
  body: string,
  secret: string | undefined,
): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1_000));
  const head = { "content-type": "application/json", "webhook-id": id, "webhook-timestamp": seconds };
  if (secret === undefined) return head;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return { ...head, "webhook-signature": `v1,${signature}` };
}
