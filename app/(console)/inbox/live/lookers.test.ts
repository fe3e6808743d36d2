import { expect, test } from "vitest";
import { createLookers } from "./lookers";

const ITEM = "01a20b9d-0000-7000-8000-000000000001";
const at = (personId: string) => ({ itemId: ITEM, personId, name: `Name of ${personId}` });

test("a colleague who opens an item is seen, once, and the viewer never sees themselves", () => {
  const lookers = createLookers("me");
  expect(lookers.add(at("me"), 0)).toBe(false);
  expect(lookers.add(at("lena"), 0)).toBe(true);
  expect(lookers.add(at("lena"), 1_000)).toBe(false);
  expect(lookers.of(ITEM)).toEqual([{ id: "lena", name: "Name of lena" }]);
});

test("a colleague who closes the item without a word is gone within half a minute, and the item is named for it", () => {
  const lookers = createLookers("me");
  lookers.add(at("lena"), 0);
  expect(lookers.dropGone(20_000)).toEqual([]);
  expect(lookers.dropGone(25_000)).toEqual([ITEM]);
  expect(lookers.of(ITEM)).toEqual([]);
  expect(lookers.dropGone(60_000)).toEqual([]);
});
