import { expect, test } from "vitest";
import { toAddressBlock, toClientAddress } from "./client-address";

test("without a trusted proxy, what the client writes into X-Forwarded-For is not believed", () => {
  expect(toClientAddress("192.0.2.1", "10.0.0.1, 203.0.113.9", 0)).toBe("192.0.2.1");
  expect(toClientAddress("::ffff:192.0.2.1", undefined, 0)).toBe("192.0.2.1");
  expect(toClientAddress(undefined, "203.0.113.9", 0)).toBeNull();
});

test("behind proxies, the entry that the outermost trusted one wrote counts", () => {
  expect(toClientAddress("10.0.0.2", "1.1.1.1, 203.0.113.9", 1)).toBe("203.0.113.9");
  expect(toClientAddress("10.0.0.2", "1.1.1.1, 203.0.113.9, 10.0.0.3", 2)).toBe("203.0.113.9");
  expect(toClientAddress("10.0.0.2", "<script>", 1)).toBe("10.0.0.2");
  expect(toClientAddress("10.0.0.2", "203.0.113.9", 3)).toBe("10.0.0.2");
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:0db8:0000:0000:0000:0000:0000:0009", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("%s is throttled as %s", (address, block) => {
  expect(toAddressBlock(address)).toBe(block);
});
