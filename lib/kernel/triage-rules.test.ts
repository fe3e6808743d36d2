import { describe, expect, test } from "vitest";
import { triage } from "./triage-fixture";
import type { TriageInput } from "./triage-message";
import { explainRuleFault, type TriageRule } from "./triage-rules";

const ASKED = "Hello, when will my order arrive?";
const rule = (change: Partial<TriageRule>): TriageRule => ({ name: "Rule 7", kind: "complaint", ...change });

type Case = [name: string, rule: Partial<TriageRule>, text: string, around: Partial<TriageInput>, isMet: boolean];

const cases: readonly Case[] = [
  ["a phrase", { phrases: ["when will"] }, ASKED, {}, true],
  [
    "a phrase in other case, accents and spacing",
    { phrases: ["WÄNN   will"] },
    "Hello, wann WILL my order arrive?",
    {},
    true,
  ],
  [
    "a phrase spelled with look-alikes",
    { phrases: ["order"] },
    "Hello, when will my \u043erd\u0435r arrive?",
    {},
    true,
  ],
  ["a word that begins so", { phrases: ["arriv*"] }, "Has it arrived yet?", {}, true],
  ["only a whole word without the star", { phrases: ["arriv"] }, ASKED, {}, false],
  ["words in that order only", { phrases: ["will when"] }, ASKED, {}, false],
  ["an amount in the message", { amountMin: { amount: "500" } }, "Where do I pay the invoice of €1.234,50?", {}, true],
  [
    "a smaller amount is none",
    { amountMin: { amount: "1234.51" } },
    "Where do I pay the invoice of €1.234,50?",
    {},
    false,
  ],
  ["a number without currency is none", { amountMin: { amount: "500" } }, "Where is order 4821344?", {}, false],
  [
    "an amount of another currency is none",
    { amountMin: { amount: "5", currency: "GBP" } },
    "Where do I pay €500?",
    {},
    false,
  ],
  [
    "the amount of the action",
    { amountMin: { amount: "50", currency: "eur" } },
    ASKED,
    { action: { kind: "refund", amount: "50.00", currency: "EUR" } },
    true,
  ],
  [
    "a smaller amount of the action",
    { amountMin: { amount: "50" } },
    ASKED,
    { action: { kind: "refund", amount: "49.999" } },
    false,
  ],
  ["a customer's flag", { customerFlags: ["Minor"] }, ASKED, { customerFlags: [" minor "] }, true],
  ["another flag", { customerFlags: ["minor"] }, ASKED, { customerFlags: ["vip"] }, false],
  ["a language", { languages: ["de"] }, "Wann kommt meine Bestellung an?", {}, true],
  ["another language", { languages: ["de"] }, ASKED, {}, false],
  ["a kind of action", { actionKinds: ["cancel_order"] }, ASKED, { action: { kind: "Cancel_Order" } }, true],
  ["no action", { actionKinds: ["cancel_order"] }, ASKED, {}, false],
  ["a channel", { channels: ["chat"] }, ASKED, { channel: "chat" }, true],
  ["another channel", { channels: ["chat"] }, ASKED, { channel: "email" }, false],
  ["both of two conditions", { phrases: ["order"], customerFlags: ["vip"] }, ASKED, { customerFlags: ["vip"] }, true],
  ["one of two conditions", { phrases: ["order"], customerFlags: ["vip"] }, ASKED, {}, false],
  [
    "an earlier message of the customer",
    { phrases: ["parcel"] },
    ASKED,
    { earlier: [{ from: "customer", text: "My parcel?" }] },
    true,
  ],
  [
    "an earlier message of the agent",
    { phrases: ["parcel"] },
    ASKED,
    { earlier: [{ from: "agent", text: "Your parcel" }] },
    false,
  ],
];

describe("a steward's rule", () => {
  test.each(cases)("holds by %s", (_name, change, text, around, isMet) => {
    const result = triage(text, { ...around, rules: [rule(change)] });
    const reasons = result.kinds.flatMap((finding) => finding.reasons).filter(({ code }) => code.startsWith("rule_"));
    expect(reasons.length > 0).toBe(isMet);
    if (!isMet) return;
    expect(result.verdict).toBe("hold");
    expect(reasons[0]?.sentence).toContain("Rule 7");
  });

  test("marks the words that it names", () => {
    const [finding] = triage(ASKED, { rules: [rule({ phrases: ["my order"] })] }).kinds;
    const [span] = finding?.reasons[0]?.words ?? [];
    expect(ASKED.slice(span?.start, span?.end)).toBe("my order");
  });

  test.each([
    [{}, "Name at least one condition."],
    [{ name: "  ", phrases: ["x"] }, "Give the rule a name."],
    [{ phrases: [] }, "A condition needs at least one value; leave it out otherwise."],
    [{ phrases: ["refund", "…"] }, "Each phrase needs at least one word."],
    [{ amountMin: { amount: "1,000" } }, 'Write the amount as a plain number such as "500" or "99.50".'],
    [{ amountMin: { amount: "-1" } }, 'Write the amount as a plain number such as "500" or "99.50".'],
    [{ channels: [] }, "A condition needs at least one value; leave it out otherwise."],
  ] as const)("%j is refused, and would hold nothing", (change, sentence) => {
    expect(explainRuleFault(rule(change))).toBe(sentence);
    expect(triage(ASKED, { rules: [rule(change)] }).verdict).toBe("proceed");
  });

  test("one without fault is accepted", () => {
    expect(explainRuleFault(rule({ phrases: ["chargeback*"], amountMin: { amount: "99.50" } }))).toBeNull();
  });
});
