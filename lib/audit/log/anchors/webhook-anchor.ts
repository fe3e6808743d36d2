import { toBase64 } from "@/lib/kernel/bytes";
import { type Anchor, AnchorFailed } from "@/lib/audit/log/anchor";
import { sendRequest } from "@/lib/audit/log/outgoing";
import { toWebhookHeaders } from "@/lib/audit/log/standard-webhook";

/** Posts the newest checkpoint, signed as Standard Webhooks when there is a secret. */
export function createWebhookAnchor(url: string, secret: string | undefined): Anchor {
  return {
    name: "webhook",
    wants: "newest",
    publish: async ({ origin, size, root, note, at }) => {
      const data = { origin, size, root: toBase64(root), note };
      const body = JSON.stringify({ type: "log.checkpoint", timestamp: at.toISOString(), data });
      const headers = toWebhookHeaders(`checkpoint_${size}`, new Date(), body, secret);
      const { status } = await sendRequest({ method: "POST", url: new URL(url), headers, body });
      if (status < 200 || status > 299) throw new AnchorFailed("refused");
      return null;
    },
  };
}
