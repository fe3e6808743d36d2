import { afterAll, describe, expect, it } from "vitest";
import { forgetEnv } from "@/lib/runtime/env";
import { compareSimilarity, toSimilarity } from "./to-similarity";

const broken = "My parcel 4711 arrived broken and nobody answers my mails, I want my money back";
const brokenToo = "The parcel 99812 arrived broken, and nobody answers my mails: I want my money back!";
const other = "Could you tell me the opening hours of your shop in Leeds on Saturday, please";

describe("similarity", () => {
  const before = process.env["GATEHOUSE_PSEUDONYM_KEY"] ?? "";
  afterAll(() => {
    process.env["GATEHOUSE_PSEUDONYM_KEY"] = before;
    forgetEnv();
  });

  it("is 16 whole numbers that a column of Postgres can hold, the same for the same text", () => {
    const numbers = toSimilarity(broken);
    expect(numbers).toHaveLength(16);
    for (const one of numbers) expect(Number.isInteger(one) && Math.abs(one) <= 2 ** 31).toBe(true);
    expect(toSimilarity(broken)).toEqual(numbers);
  });

  it("is high for texts of the same words, whatever their case, accents, order and numbers, and low for others", () => {
    expect(compareSimilarity(toSimilarity(broken), toSimilarity(brokenToo))).toBeGreaterThan(0.6);
    expect(compareSimilarity(toSimilarity("Größe ÄNDERN bitte"), toSimilarity("bitte grosse andern"))).toBeGreaterThan(
      0,
    );
    expect(compareSimilarity(toSimilarity(broken), toSimilarity(other))).toBeLessThan(0.3);
    expect(compareSimilarity(toSimilarity(broken), toSimilarity(broken))).toBe(1);
  });

  it("is none for a text without words, which is like nothing", () => {
    expect(toSimilarity("🙂 !!!")).toEqual([]);
    expect(compareSimilarity([], [])).toBe(0);
  });

  it("says nothing without the key: under another one the numbers are others", () => {
    const known = toSimilarity(broken);
    process.env["GATEHOUSE_PSEUDONYM_KEY"] = Buffer.alloc(32, 9).toString("base64url");
    forgetEnv();
    expect(compareSimilarity(known, toSimilarity(broken))).toBeLessThan(0.2);
  });
});
