import fc from "fast-check";
import { expect, it } from "vitest";
import { toDue } from "./due-words";

const MINUTE = 60_000;

it.each([
  [3 * 24 * 60, "3 days left"],
  [30 * 60, "30 hours left"],
  [200, "3 hours 20 minutes left"],
  [120, "2 hours left"],
  [61, "1 hour 1 minute left"],
  [1, "1 minute left"],
  [0.5, "a few seconds left"],
  [-1, "Overdue by 1 minute"],
  [-24 * 60 * 2, "Overdue by 2 days"],
])("%d minutes before the end is said as %s", (minutes, words) => {
  expect(toDue(minutes * MINUTE, 0).words).toBe(words);
});

it("an item is overdue from the moment its time is up, and never both overdue and due soon", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (left) => {
      const due = toDue(left, 0);
      expect(due.isOverdue).toBe(left <= 0);
      expect(due.isOverdue && due.isSoon).toBe(false);
    }),
  );
});
