import { BlockList, isIP } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isPublicAddress } from "./is-public-address";

test.each([
  "1.1.1.1",
  "8.8.8.8",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.1",
  "169.253.255.255",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "192.169.0.0",
  "198.17.255.255",
  "198.20.0.0",
  "223.255.255.255",
  "2606:4700:4700::1111",
  "2001:4860:4860::8888",
  "2a00:1450:4001:81b::200e",
  "2001:200::1",
  "3ffe:ffff::1",
])("%s is of the public internet", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ["this network", "0.0.0.0"],
  ["this network", "0.255.255.255"],
  ["a private network", "10.0.0.1"],
  ["a private network", "172.16.0.1"],
  ["a private network", "172.31.255.255"],
  ["a private network", "192.168.1.1"],
  ["a carrier's network", "100.64.0.1"],
  ["a carrier's network", "100.127.255.255"],
  ["this machine", "127.0.0.1"],
  ["this machine", "127.255.255.254"],
  ["a link, and a cloud's metadata", "169.254.169.254"],
  ["protocol assignments", "192.0.0.8"],
  ["documentation", "192.0.2.1"],
  ["documentation", "198.51.100.7"],
  ["documentation", "203.0.113.9"],
  ["6to4 relays", "192.88.99.1"],
  ["benchmarks", "198.18.0.1"],
  ["benchmarks", "198.19.255.255"],
  ["a group", "224.0.0.1"],
  ["a group", "239.255.255.255"],
  ["reserved", "240.0.0.1"],
  ["everybody", "255.255.255.255"],
  ["nothing", "::"],
  ["this machine", "::1"],
  ["this machine", "0:0:0:0:0:0:0:1"],
  ["IPv4 mapped", "::ffff:127.0.0.1"],
  ["IPv4 mapped, in hexadecimal", "::ffff:7f00:1"],
  ["IPv4 mapped, of a public address", "::ffff:8.8.8.8"],
  ["IPv4 mapped, in full", "0:0:0:0:0:ffff:a00:1"],
  ["IPv4 compatible", "::10.0.0.1"],
  ["IPv4 translated", "::ffff:0:127.0.0.1"],
  ["NAT64", "64:ff9b::7f00:1"],
  ["NAT64, local", "64:ff9b:1::a00:1"],
  ["a black hole", "100::1"],
  ["Teredo", "2001:0:53aa:64c::1"],
  ["documentation", "2001:db8::1"],
  ["documentation", "3fff::1"],
  ["6to4 of a private address", "2002:7f00:1::"],
  ["a private network", "fc00::1"],
  ["a private network, and a cloud's metadata", "fd00:ec2::254"],
  ["a link", "fe80::1"],
  ["a link with a zone", "fe80::1%eth0"],
  ["a site", "fec0::1"],
  ["a group", "ff02::1"],
  ["not handed out", "4000::1"],
  ["octal", "0177.0.0.1"],
  ["octal that reads as public", "010.8.8.8"],
  ["hexadecimal", "0x7f.0.0.1"],
  ["one number", "2130706433"],
  ["shortened", "127.1"],
  ["shortened, of a public address", "8.8"],
  ["too long", "8.8.8.8.8"],
  ["too large", "8.8.8.256"],
  ["with a space", " 8.8.8.8"],
  ["with a port", "8.8.8.8:80"],
  ["in brackets", "[2606:4700:4700::1111]"],
  ["with a zone", "2606:4700:4700::1111%eth0"],
  ["with two gaps", "2606::4700::1"],
  ["too many groups", "2606:1:2:3:4:5:6:7:8"],
  ["too few groups", "2606:4700"],
  ["IPv4 in the middle", "2606:8.8.8.8::1"],
  ["a name", "localhost"],
  ["nothing at all", ""],
])("%s is not of the public internet: %s", (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test("what it takes for an address, Node takes for one, and Node's own list of blocks agrees", () => {
  const blocks = new BlockList();
  blocks.addSubnet("10.0.0.0", 8, "ipv4");
  blocks.addSubnet("172.16.0.0", 12, "ipv4");
  blocks.addSubnet("192.168.0.0", 16, "ipv4");
  blocks.addSubnet("127.0.0.0", 8, "ipv4");
  blocks.addSubnet("fc00::", 7, "ipv6");
  blocks.addSubnet("fe80::", 10, "ipv6");
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.ipV4Extended(), fc.string()), (text) => {
      if (!isPublicAddress(text)) return;
      expect(isIP(text)).not.toBe(0);
      expect(blocks.check(text, isIP(text) === 4 ? "ipv4" : "ipv6")).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
