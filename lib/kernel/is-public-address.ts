/** A prefix in CIDR form, parsed once. */
type Prefix = { value: bigint; bits: number };

const BITS_4 = 32;
const BITS_6 = 128;

function parseIpv4(text: string): bigint | null {
  const parts = text.split(".");
  // No octal, hexadecimal or shortened forms: what reads them differently is how such checks are passed.
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part))) return null;
  if (!parts.every((part) => Number(part) <= 255)) return null;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

/** Not the form that ends as IPv4 (RFC 4291 §2.2): such an address stands for an IPv4 one, which is not public here anyway. */
function toGroups(text: string): bigint[] | null {
  if (text === "") return [];
  const parts = text.split(":");
  return parts.every((part) => /^[0-9a-f]{1,4}$/i.test(part)) ? parts.map((part) => BigInt(`0x${part}`)) : null;
}

function parseIpv6(text: string): bigint | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [head, tail] = [toGroups(halves[0] ?? ""), toGroups(halves[1] ?? "")];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => 0n), ...tail];
  return groups.reduce((sum, group) => sum * 65_536n + group, 0n);
}

function toPrefixes(parse: (text: string) => bigint | null, texts: readonly string[]): Prefix[] {
  return texts.map((text) => {
    const [address = "", bits] = text.split("/");
    return { value: parse(address) ?? 0n, bits: Number(bits) };
  });
}

const isIn = (address: bigint, { value, bits }: Prefix, width: number) =>
  address >> BigInt(width - bits) === value >> BigInt(width - bits);

/** What IANA's special-purpose registry of IPv4 does not route globally, multicast and the reserved rest (RFC 6890, 5771, 1112). */
const NOT_PUBLIC_4 = toPrefixes(parseIpv4, [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
]);

/** The only global unicast space that is handed out (RFC 4291 §2.4, RFC 3587). */
const PUBLIC_6 = toPrefixes(parseIpv6, ["2000::/3"]);
/** Within it: protocol assignments with Teredo, documentation, 6to4 (which hides an IPv4 address), AS112. */
const NOT_PUBLIC_6 = toPrefixes(parseIpv6, [
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "2620:4f:8000::/48",
  "3fff::/20",
]);

/**
 * Whether an IP address, as text, is one of the public internet: not this machine, not a private network, not a link, not a group. A text
 * that is no address in its usual form, and an IPv6 address that stands for an IPv4 one, is not public.
 */
export function isPublicAddress(text: string): boolean {
  const four = parseIpv4(text);
  if (four !== null) return !NOT_PUBLIC_4.some((prefix) => isIn(four, prefix, BITS_4));
  const six = text.includes(":") ? parseIpv6(text) : null;
  if (six === null) return false;
  const isGlobal = PUBLIC_6.some((prefix) => isIn(six, prefix, BITS_6));
  return isGlobal && !NOT_PUBLIC_6.some((prefix) => isIn(six, prefix, BITS_6));
}
