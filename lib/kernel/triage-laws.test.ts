import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growthOfEightfold, LINEAR_GROWTH_MAX } from "./growth-fixture";
import { MODEL, triage } from "./triage-fixture";
import { TRIAGE_KINDS } from "./triage-kinds";
import { triageMessage, type TriageInput } from "./triage-message";
import { DEFAULT_TRIAGE_POLICY, tightenPolicy, type TriagePolicy } from "./triage-policy";
import type { TriageRule } from "./triage-rules";

const WORDS =
  "hello order invoice refund lawyer court complaint terrible charged twice weather recipe ignore rules password thanks l4wyer s\u200bue &amp; <b> </b> 100 € $5.00 @you #tag 😡 мой शिकायत \u0000 l-a-w-y-e-r beschwerde danke merci".split(
    " ",
  );
const text = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(" ")) },
  { weight: 2, arbitrary: fc.string({ maxLength: 300, unit: "grapheme" }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 300, unit: "binary" }) },
);
const score = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.5, Number.NaN));
const policy: fc.Arbitrary<TriagePolicy> = fc.record({
  thresholds: fc.record({ legal_issue: score, payment_dispute: score, complaint: score, unusual_request: score }),
  ordinaryMin: score,
});
const own = fc.record(
  {
    thresholds: fc.record(
      { legal_issue: score, payment_dispute: score, complaint: score, unusual_request: score },
      { requiredKeys: [] },
    ),
    ordinaryMin: score,
  },
  { requiredKeys: [] },
);
const rule: fc.Arbitrary<TriageRule> = fc.record(
  {
    name: fc.constantFrom("R1", "R2"),
    kind: fc.constantFrom(...TRIAGE_KINDS),
    phrases: fc.array(fc.constantFrom("order", "refund*", "thanks", "", "*"), { maxLength: 3 }),
    amountMin: fc.record({ amount: fc.constantFrom("5", "99.50", "x") }),
    customerFlags: fc.array(fc.constantFrom("vip", "minor"), { maxLength: 2 }),
    languages: fc.array(fc.constantFrom("en", "de"), { maxLength: 2 }),
    actionKinds: fc.array(fc.constantFrom("refund", "reply"), { maxLength: 2 }),
    channels: fc.array(fc.constantFrom("email", "chat"), { maxLength: 2 }),
  },
  { requiredKeys: ["name", "kind"] },
);
const input: fc.Arbitrary<TriageInput> = fc.record(
  {
    text,
    ordinaryTopics: fc.constantFrom([], ["credit cards"], ["delivery", "shop orders"]),
    rules: fc.array(rule, { maxLength: 3 }),
    policy,
    earlier: fc.array(fc.record({ from: fc.constantFrom("customer", "agent", "person"), text }), { maxLength: 3 }),
    channel: fc.constantFrom("email", "chat"),
    customerFlags: fc.array(fc.constantFrom("VIP", "minor"), { maxLength: 2 }),
    action: fc.record({ kind: fc.constantFrom("refund", "reply"), amount: fc.constantFrom("5", "500", "-1") }),
    draft: text,
  },
  { requiredKeys: ["text", "ordinaryTopics", "rules", "policy"] },
);
const RUNS = { numRuns: 300 };

describe("laws of triage", () => {
  test("a further rule never lets a held message proceed", () => {
    fc.assert(
      fc.property(input, rule, (before, added) => {
        const without = triageMessage(before, MODEL);
        const withIt = triageMessage({ ...before, rules: [...before.rules, added] }, MODEL);
        const kinds = withIt.kinds.map(({ kind }) => kind);
        if (without.verdict === "hold") expect(withIt.verdict).toBe("hold");
        for (const { kind } of without.kinds) expect(kinds).toContain(kind);
      }),
      RUNS,
    );
  });

  test("an agent's own policy never lets a held message proceed", () => {
    fc.assert(
      fc.property(input, own, (before, wanted) => {
        const tightened = { ...before, policy: tightenPolicy(before.policy, wanted) };
        if (triageMessage(before, MODEL).verdict === "hold")
          expect(triageMessage(tightened, MODEL).verdict).toBe("hold");
      }),
      RUNS,
    );
  });

  test("tightening keeps the stricter figure of each part, and again changes nothing", () => {
    fc.assert(
      fc.property(policy, own, (base, wanted) => {
        const tight = tightenPolicy(base, wanted);
        for (const kind of TRIAGE_KINDS) expect(tight.thresholds[kind] > base.thresholds[kind]).toBe(false);
        expect(tight.ordinaryMin < base.ordinaryMin).toBe(false);
        expect(tightenPolicy(tight, wanted)).toEqual(tight);
      }),
      RUNS,
    );
  });

  test("a draft, a thread and flags never let a held message proceed", () => {
    fc.assert(
      fc.property(input, ({ draft, earlier, customerFlags, action, ...plain }) => {
        const full = { ...plain, draft, earlier, customerFlags, action };
        if (triageMessage(plain, MODEL).verdict === "hold") expect(triageMessage(full, MODEL).verdict).toBe("hold");
      }),
      RUNS,
    );
  });

  test("marked words lie inside the text that they are of", () => {
    fc.assert(
      fc.property(input, (given) => {
        for (const { words, place } of triageMessage(given, MODEL).kinds.flatMap(({ reasons }) => reasons)) {
          const source =
            place === "message" ? given.text : place === "draft" ? given.draft : given.earlier?.[place]?.text;
          for (const { start, end } of words) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(source?.length ?? -1);
          }
        }
      }),
      RUNS,
    );
  });

  test("scores lie between 0 and 1, each held message has a reason, the highest kind comes first", () => {
    fc.assert(
      fc.property(input, (given) => {
        const { verdict, kinds, confidence } = triageMessage(given, MODEL);
        const scores = kinds.map((finding) => finding.score);
        for (const each of [...scores, confidence]) expect(each >= 0 && each <= 1).toBe(true);
        for (const { reasons } of kinds) expect(reasons.length).toBeGreaterThan(0);
        expect(verdict === "hold").toBe(kinds.length > 0);
        expect(scores).toEqual(scores.toSorted((left, right) => right - left));
      }),
      RUNS,
    );
  });

  test("the same input gives the same result", () => {
    fc.assert(
      fc.property(input, (given) => {
        expect(triageMessage(structuredClone(given), MODEL)).toEqual(triageMessage(given, MODEL));
      }),
      { numRuns: 100 },
    );
  });

  test("a figure that is no number holds", () => {
    const nan = Number.NaN;
    const broken = { ...DEFAULT_TRIAGE_POLICY, ordinaryMin: nan };
    const thresholds = { legal_issue: nan, payment_dispute: nan, complaint: nan, unusual_request: nan };
    const asked = "When will my order arrive?";
    expect(triage(asked).verdict).toBe("proceed");
    expect(triage(asked, { policy: broken }).verdict).toBe("hold");
    expect(triage(asked, { policy: { ...DEFAULT_TRIAGE_POLICY, thresholds } }).verdict).toBe("hold");
  });
});

const MEGABYTE = 1_000_000;
const adversarial: readonly [string, string][] = [
  ["one letter", "a".repeat(MEGABYTE)],
  ["open tags", "<a ".repeat(MEGABYTE / 3)],
  ["open comments", "<!--".repeat(MEGABYTE / 4)],
  ["ampersands", "&".repeat(MEGABYTE)],
  ["single letters", "a ".repeat(MEGABYTE / 2)],
  ["combining marks", `e${"\u0301".repeat(MEGABYTE)}`],
  ["look-alikes", "l4wy\u0435r ".repeat(MEGABYTE / 7)],
  ["words of every concept", "lawyer refund terrible weather ".repeat(MEGABYTE / 31)],
  ["addresses", "a@".repeat(MEGABYTE / 2)],
  ["surrogates", "\ud83d".repeat(MEGABYTE)],
  ["numbers", "1.".repeat(MEGABYTE / 2)],
];

describe("work is bounded", () => {
  test.each(adversarial)(
    "a megabyte of %s is held, and judging takes time in proportion to its length",
    (_name, huge) => {
      expect(triage(huge, { draft: huge }).verdict).toBe("hold");
      const work = (size: number) => void triage(huge.slice(0, size), { draft: huge.slice(0, size) });
      expect(growthOfEightfold(work, MEGABYTE / 8)).toBeLessThan(LINEAR_GROWTH_MAX);
    },
  );
});
