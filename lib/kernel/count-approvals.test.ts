import { describe, expect, it } from "vitest";
import { type ApprovalFacts, countApprovals } from "./count-approvals";

const facts: ApprovalFacts = {
  least: [1, 1],
  limit: { amount: "500.0000", currency: "EUR" },
  moved: null,
  draft: null,
  reasons: [],
};
const euros = (amount: string) => ({ amount, currency: "EUR" });

describe("how many different people must approve", () => {
  it.each<[string, Partial<ApprovalFacts>, number]>([
    ["one, at least", { least: [] }, 1],
    ["as many as the strictest kind or policy asks for", { least: [1, 3, 2] }, 3],
    ["one below the limit", { moved: euros("499.99") }, 1],
    ["two from the limit on", { moved: euros("500") }, 2],
    ["two where the number is long", { moved: euros("000500.0000") }, 2],
    ["two in another currency, however little", { moved: { amount: "1", currency: "USD" } }, 2],
    ["two in no currency", { moved: { amount: "1", currency: null } }, 2],
    ["two where the amount cannot be read", { moved: euros("5e3") }, 2],
    ["three where three are asked for, whatever the amount", { least: [3], moved: euros("1") }, 3],
    ["two where the draft promises that much", { draft: "We will refund 900 EUR.", reasons: ["draft_money"] }, 2],
    ["one where the draft promises less", { draft: "We will refund 20 EUR.", reasons: ["draft_money"] }, 1],
    ["two where it promises another currency", { draft: "We will refund $20.", reasons: ["draft_money"] }, 2],
    ["one where the draft only names the price", { draft: "It costs 900 EUR.", reasons: ["wording"] }, 1],
  ])("%s", (_, change, count) => {
    expect(countApprovals({ ...facts, ...change })).toBe(count);
  });
});
