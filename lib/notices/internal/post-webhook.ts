import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { WebhookTarget } from "./webhook-target";

/** What came of one POST: the status, if there was an answer, and a code of ours unless it was a 2xx. */
export type WebhookAnswer = { status: number | null; error: WebhookError | null };
export type WebhookError = "bad_status" | "gone" | "redirect" | "timeout" | "refused" | "tls" | "no_answer";

export const WEBHOOK_TIMEOUT_MS = 10_000;
/** More of a response than this is not waited for; none of it is looked at. */
const RESPONSE_BYTES_MAX = 65_536;

const TLS_CODES = /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|EPROTO)/;

function toError(error: NodeJS.ErrnoException): WebhookError {
  if (error.code === "ECONNREFUSED") return "refused";
  return TLS_CODES.test(error.code ?? "") ? "tls" : "no_answer";
}

function judgeStatus(status: number): WebhookError | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return "gone";
  return status >= 300 && status < 400 ? "redirect" : "bad_status";
}

/** Answers every look-up with the addresses that were checked. */
function pin(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_, options, callback) => {
    const [first] = all;
    if (options.all) callback(null, all);
    else callback(first ? null : new Error("no address"), first?.address ?? "", first?.family);
  };
}

/** POSTs a body to a checked target. Follows no redirect, reads no answer but its status, and ends within the time. */
export function postWebhook(
  { url, addresses }: WebhookTarget,
  body: string,
  headers: Readonly<Record<string, string>>,
  timeoutMs = WEBHOOK_TIMEOUT_MS,
): Promise<WebhookAnswer> {
  const start = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const length = Buffer.byteLength(body);
    const request = start(url, {
      method: "POST",
      agent: false,
      lookup: pin(addresses),
      headers: { "content-type": "application/json", "content-length": length, "user-agent": "Gatehouse", ...headers },
    });
    const timer = setTimeout(() => {
      resolve({ status: null, error: "timeout" });
      request.destroy();
    }, timeoutMs);
    request.on("response", (response) => {
      const status = response.statusCode ?? 0;
      resolve({ status, error: judgeStatus(status) });
      let received = 0;
      response.on("data", (chunk: Buffer) => {
        received += chunk.length;
        if (received > RESPONSE_BYTES_MAX) request.destroy();
      });
      response.on("error", () => request.destroy());
    });
    request.on("error", (error) => resolve({ status: null, error: toError(error) }));
    request.on("close", () => {
      clearTimeout(timer);
      resolve({ status: null, error: "no_answer" });
    });
    request.end(body);
  });
}
