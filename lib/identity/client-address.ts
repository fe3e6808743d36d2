import { isIP } from "node:net";

function normalise(text: string | undefined): string | null {
  const bare = text?.trim().replace(/^::ffff:(?=\d+\.)/i, "") ?? "";
  return isIP(bare) === 0 ? null : bare.toLowerCase();
}

/**
 * Where a request comes from: the connection's other end, or, behind `proxiesTrusted` reverse proxies, the entry of X-Forwarded-For
 * that the outermost of them wrote. What stands before that entry is the client's own claim and is never believed.
 */
export function toClientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  proxiesTrusted: number,
): string | null {
  if (proxiesTrusted === 0) return normalise(peer);
  const entries = (forwardedFor ?? "").split(",");
  return normalise(entries.at(-proxiesTrusted)) ?? normalise(peer);
}

/** The part of an address that one party holds: an IPv6 customer has at least a /64 and could change the rest at will. */
export function toAddressBlock(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => "0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
