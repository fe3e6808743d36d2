import { describe, expect, it } from "vitest";
import { createThrottle } from "./throttle";

const LIMITS = { burst: 3, perSecond: 1, burstForAll: 6, perSecondForAll: 2, addressesMax: 4 };

function make() {
  let now = 0;
  const throttle = createThrottle(() => now, LIMITS);
  return {
    throttle,
    wait: (ms: number) => void (now += ms),
    takeMany: (address: string, count: number) =>
      Array.from({ length: count }, () => throttle.take(address)).filter(Boolean).length,
  };
}

describe("tries with wrong keys", () => {
  it("are taken up to a burst for each address, then at a steady rate", () => {
    const { throttle, wait, takeMany } = make();
    expect(takeMany("a", 10)).toBe(3);
    expect(throttle.isOpen("a")).toBe(false);
    expect(throttle.isOpen("b")).toBe(true);
    wait(1_000);
    expect(takeMany("a", 10)).toBe(1);
  });

  it("from many addresses together are bounded too", () => {
    const { takeMany } = make();
    const taken = Array.from({ length: 50 }, (_, index) => takeMany(`address ${index}`, 1));
    expect(taken.filter((count) => count === 1)).toHaveLength(6);
  });

  it("are remembered for a bounded number of addresses, the last used longest", () => {
    const { throttle, wait, takeMany } = make();
    takeMany("a", 3);
    wait(100);
    for (const address of ["b", "c", "d"]) {
      takeMany(address, 1);
      wait(500);
    }
    takeMany("e", 1);
    expect(throttle.isOpen("b")).toBe(true);
  });
});
