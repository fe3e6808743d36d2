import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { isPublicAddress } from "@/lib/kernel/is-public-address";
import { getEnv } from "@/lib/runtime/env";

/** The IP addresses of a host's name; rejects when it has none. A test answers in the network's place. */
export type LookupHost = (host: string) => Promise<readonly string[]>;

export const lookupSystemHost: LookupHost = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/** Where a POST goes: only to these addresses, whatever the name means a moment later. */
export type WebhookTarget = { url: URL; addresses: readonly string[] };

export type TargetProblem = "not_an_address" | "not_https" | "private_address" | "unresolvable";

const LOOKUP_MS = 5_000;

function isListed(url: URL): boolean {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  const { webhookPrivateHosts } = getEnv();
  return webhookPrivateHosts.includes(url.hostname) || webhookPrivateHosts.includes(`${url.hostname}:${port}`);
}

function parseUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol) || url.username !== "" || url.password !== "")
    return null;
  return url;
}

async function findAddresses(host: string, lookupHost: LookupHost): Promise<readonly string[]> {
  const literal = host.replace(/^\[(.*)\]$/, "$1");
  if (isIP(literal) !== 0) return [literal];
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the look-up took too long")), LOOKUP_MS);
  });
  // Whatever goes wrong with a name, it leads nowhere now.
  return Promise.race([lookupHost(host), tooLong])
    .catch(() => [])
    .finally(() => clearTimeout(timer));
}

/**
 * Resolves and judges an endpoint's address: https to the public internet, or anything to a host that the operator has listed. One private
 * address among several refuses the host.
 */
export async function resolveTarget(text: string, lookupHost: LookupHost): Promise<WebhookTarget | TargetProblem> {
  const url = parseUrl(text);
  if (url === null) return "not_an_address";
  const isTrusted = isListed(url);
  if (!isTrusted && url.protocol !== "https:") return "not_https";
  const addresses = await findAddresses(url.hostname, lookupHost);
  if (addresses.length === 0) return "unresolvable";
  if (!isTrusted && !addresses.every(isPublicAddress)) return "private_address";
  return { url, addresses };
}
