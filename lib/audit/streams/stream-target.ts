import { isIP } from "node:net";
import { DomainError } from "@/lib/kernel/domain-error";

export const STREAM_KINDS = ["webhook", "syslog"] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];
export type SyslogTarget = { host: string; port: number };

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]{1,253})$/i;

/** `host:port` of a syslog server. Throws `invalid_input`. */
export function parseSyslogTarget(text: string): SyslogTarget {
  const [, host = "", port = ""] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  const bare = host.replace(/^\[|\]$/g, "");
  if (!HOST.test(host) || Number(port) < 1 || Number(port) > 65_535 || (host.startsWith("[") && isIP(bare) !== 6))
    throw new DomainError("invalid_input", "target: must be a host and a port, like siem.example.com:6514.", "target");
  return { host: bare, port: Number(port) };
}

/** The address that a webhook is sent to. Throws `invalid_input`. */
export function parseWebhookTarget(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.hash !== "")
    throw new DomainError("invalid_input", "target: must be an address like https://example.com/events.", "target");
  return url;
}

/** Only the host of a target may be told: the rest of an address may hold a secret. */
export function toHost(kind: StreamKind, target: string): string {
  return kind === "syslog" ? parseSyslogTarget(target).host : parseWebhookTarget(target).hostname;
}
