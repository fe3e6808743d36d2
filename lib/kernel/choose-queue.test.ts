import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseQueue, type QueueConditions, type QueuedFacts } from "./choose-queue";
import { TRIAGE_KINDS } from "./triage-kinds";

type Named = QueueConditions & { name: string };
const any: Omit<Named, "name" | "position"> = { kinds: [], languages: [], amountMin: null, currency: null };
const queues: Named[] = [
  { ...any, name: "rest", position: 1_000 },
  { ...any, name: "large", position: 1, amountMin: "500.0000", currency: "EUR" },
  { ...any, name: "german", position: 2, languages: ["de"] },
  { ...any, name: "complaints", position: 3, kinds: ["complaint"] },
];
const facts: QueuedFacts = { kind: "complaint", language: "en", amount: null, currency: null };

describe("a held item goes to", () => {
  it.each<[string, Partial<QueuedFacts>, string]>([
    ["the queue of its kind", {}, "complaints"],
    ["the first that fits by position, whatever their order", { language: "de" }, "german"],
    ["the queue of its amount, which is at least the least", { amount: "500", currency: "EUR" }, "large"],
    ["another where the amount is less", { amount: "499.9999", currency: "EUR" }, "complaints"],
    ["another where the currency is another", { amount: "9000", currency: "USD" }, "complaints"],
    ["the queue of the amount where the currency is unknown", { amount: "500", currency: null }, "large"],
    ["the one without conditions where no other fits", { kind: "legal_issue", language: null }, "rest"],
  ])("%s", (_, change, name) => {
    expect(chooseQueue(queues, { ...facts, ...change })?.name).toBe(name);
  });

  it("the last queue where none fits, and to none only where there is none", () => {
    const narrow = queues.filter(({ name }) => name !== "rest");
    expect(chooseQueue(narrow, { ...facts, kind: "legal_issue" })?.name).toBe("complaints");
    expect(chooseQueue([], facts)).toBeNull();
  });

  it("some queue, for anything, in whatever order the queues come", () => {
    const item = fc.record({
      kind: fc.constantFrom(...TRIAGE_KINDS),
      language: fc.option(fc.constantFrom("de", "en", "fr"), { nil: null }),
      amount: fc.option(fc.constantFrom("1", "500.00", "12345.67", "not a number"), { nil: null }),
      currency: fc.option(fc.constantFrom("EUR", "USD"), { nil: null }),
    });
    fc.assert(
      fc.property(item, fc.shuffledSubarray(queues, { minLength: queues.length }), (one, shuffled) => {
        expect(chooseQueue(shuffled, one)).toEqual(chooseQueue(queues, one));
        expect(chooseQueue(shuffled, one)).not.toBeNull();
      }),
    );
  });
});
