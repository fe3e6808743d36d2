import { AnchorFailed } from "@/lib/audit/log/anchor";
import { sendRequest } from "@/lib/audit/log/outgoing";
import { toWebhookHeaders } from "@/lib/audit/log/standard-webhook";

export type StreamedEvent = { entry: number; text: string };

/** Posts a batch, signed as Standard Webhooks; only an answer in the two hundreds counts as taken. */
export async function sendWebhook(
  { url, secret, streamId }: { url: URL; secret: string; streamId: string },
  events: readonly StreamedEvent[],
): Promise<void> {
  const first = events[0]?.entry ?? 0;
  const data = events.map(({ entry, text }) => `{"entry":${entry},"event":${text}}`).join(",");
  const now = new Date();
  const body = `{"type":"audit.events","timestamp":"${now.toISOString()}","data":[${data}]}`;
  // The same entries have the same id when they are sent again, so that a receiver can pass over what it has.
  const headers = toWebhookHeaders(`audit_${streamId}_${first}_${events.length}`, now, body, secret);
  const { status } = await sendRequest({ method: "POST", url, headers, body });
  if (status < 200 || status > 299) throw new AnchorFailed("refused");
}
