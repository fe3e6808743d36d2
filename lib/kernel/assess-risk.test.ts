import { describe, expect, it } from "vitest";
import { assessRisk, type RiskFacts } from "./assess-risk";

const facts: RiskFacts = {
  kinds: ["unusual_request"],
  reasons: ["low_confidence"],
  actionKind: "reply",
  hasAmount: false,
  approvalsNeeded: 1,
};

describe("the risk of a held item", () => {
  it("is low only where a reply to something merely unusual waits", () => {
    expect(assessRisk(facts)).toBe("low");
    expect(assessRisk({ ...facts, actionKind: null })).toBe("low");
  });

  it.each<[string, Partial<RiskFacts>]>([
    ["a complaint", { kinds: ["complaint"] }],
    ["a payment dispute", { kinds: ["payment_dispute", "unusual_request"] }],
    ["an action that changes something", { actionKind: "cancel_order" }],
    ["an action that moves money", { actionKind: "refund", hasAmount: true }],
    ["a draft that promises money", { reasons: ["draft_money"] }],
    ["a draft that admits fault", { reasons: ["draft_fault"] }],
  ])("is medium for %s", (_, change) => {
    expect(assessRisk({ ...facts, ...change })).toBe("medium");
  });

  it.each<[string, Partial<RiskFacts>]>([
    ["a legal issue", { kinds: ["legal_issue"] }],
    ["what two people must approve", { approvalsNeeded: 2 }],
    ["instructions to the agent", { reasons: ["prompt_like"] }],
    ["letters that look alike", { reasons: ["wording", "look_alike"] }],
    ["text that is hidden", { reasons: ["hidden_markup"] }],
    ["bytes", { reasons: ["binary"] }],
  ])("is high for %s, so it is never decided in bulk", (_, change) => {
    expect(assessRisk({ ...facts, ...change })).toBe("high");
  });
});
