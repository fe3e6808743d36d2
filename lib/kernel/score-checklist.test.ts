import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findValueFault, judgeValue, type Question } from "./checklist";
import { findUnborneMusts, type GivenAnswer, judgeQuestion, scoreChecklist } from "./score-checklist";
import { type Strength, STRENGTHS } from "./vendor-vocabulary";

const NOW = Date.UTC(2026, 5, 1);
const DAY_MS = 86_400_000;

function question(change: Partial<Question> = {}): Question {
  return {
    key: "asked",
    section: "one",
    type: "choice",
    text: "Which?",
    good: "The best.",
    why: "For a test.",
    rule: { kind: "one_of", good: ["best"], fair: ["middling"] },
    weight: 3,
    isMust: false,
    strengthMin: "claimed",
    options: ["best", "middling", "worst"].map((value) => ({ value, label: value })),
    unit: null,
    clauses: [],
    ...change,
  };
}

const answer = (change: Partial<GivenAnswer> = {}): GivenAnswer => ({
  value: "best",
  strength: "contract",
  verdict: null,
  validUntil: null,
  ...change,
});

const VALUES = ["worst", "middling", "best"] as const;
const answers: fc.Arbitrary<GivenAnswer> = fc.record({
  value: fc.option(fc.constantFrom<string>(...VALUES)),
  strength: fc.constantFrom(...STRENGTHS),
  verdict: fc.constantFrom("accepted" as const, "rejected" as const, null),
  validUntil: fc.option(fc.constantFrom(NOW - 1, NOW, NOW + 1)),
});
const checklists = fc.array(
  fc.record({ weight: fc.integer({ min: 1, max: 10 }), isMust: fc.boolean(), section: fc.constantFrom("one", "two") }),
  { minLength: 1, maxLength: 8 },
);
const toQuestions = (list: { weight: number; isMust: boolean; section: string }[]) =>
  list.map((one, index) => question({ key: `q${index}`, ...one }));

describe("a score", () => {
  it("never falls when one answer gets better or is shown more strongly", () => {
    fc.assert(
      fc.property(
        checklists,
        fc.array(answers, { minLength: 8, maxLength: 8 }),
        fc.nat(7),
        fc.nat(2),
        fc.nat(5),
        (list, given, at, quality, strength) => {
          const questions = toQuestions(list);
          const index = at % questions.length;
          const before = new Map(questions.map(({ key }, place) => [key, given[place] ?? answer()]));
          const old = before.get(`q${index}`) ?? answer();
          const better: GivenAnswer = {
            ...old,
            value: VALUES[Math.max(quality, old.value === null ? 0 : VALUES.indexOf(old.value as "best"))] ?? "best",
            strength: STRENGTHS[Math.max(strength, STRENGTHS.indexOf(old.strength))] ?? old.strength,
          };
          const after = new Map([...before, [`q${index}`, better]]);
          const [was, is] = [scoreChecklist(questions, before, NOW), scoreChecklist(questions, after, NOW)];
          expect(is.total).toBeGreaterThanOrEqual(was.total);
          for (const [place, section] of is.sections.entries())
            expect(section.score).toBeGreaterThanOrEqual(was.sections[place]?.score ?? 0);
          expect(was.openMusts).toEqual(expect.arrayContaining(is.openMusts));
        },
      ),
    );
  });

  it("lies between 0 and 100, and is 100 only when everything is answered well by contract", () => {
    fc.assert(
      fc.property(checklists, fc.array(answers, { minLength: 8, maxLength: 8 }), (list, given) => {
        const questions = toQuestions(list);
        const { total } = scoreChecklist(
          questions,
          new Map(questions.map(({ key }, at) => [key, given[at] ?? answer()])),
          NOW,
        );
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(100);
        const isPerfect = questions.every((_, at) => {
          const one = given[at] ?? answer();
          const isLive = one.validUntil === null || one.validUntil > NOW;
          return one.value === "best" && one.strength === "contract" && one.verdict !== "rejected" && isLive;
        });
        expect(total === 100).toBe(isPerfect);
      }),
    );
  });

  it("lets no failed must be approved without an exception that lasts", () => {
    fc.assert(
      fc.property(
        checklists,
        fc.array(answers, { minLength: 8, maxLength: 8 }),
        fc.integer({ min: -1, max: 1 }),
        (list, given, ends) => {
          const questions = toQuestions(list);
          const map = new Map(questions.map(({ key }, at) => [key, given[at] ?? answer()]));
          const score = scoreChecklist(questions, map, NOW);
          for (const one of questions.filter(({ isMust }) => isMust)) {
            const isGood = judgeQuestion(one, map.get(one.key), NOW).standing === "good";
            if (!isGood) expect(findUnborneMusts(score, [], NOW)).toContain(one.key);
          }
          const borne = score.openMusts.map((key) => ({ key, endsAt: NOW + ends }));
          expect(findUnborneMusts(score, borne, NOW)).toEqual(ends > 0 ? [] : score.openMusts);
        },
      ),
    );
  });

  it("takes not stated for neither yes nor no, whichever of them would be good", () => {
    for (const good of ["yes", "no"] as const) {
      const asked = question({ type: "yes_no", rule: { kind: "is", value: good }, options: [], isMust: true });
      for (const given of [undefined, answer({ value: null }), answer({ value: good, strength: "not_stated" })]) {
        expect(judgeQuestion(asked, given, NOW)).toMatchObject({
          standing: "not_stated",
          share: 0,
          openBecause: "not_stated",
        });
      }
      const other = good === "yes" ? "no" : "yes";
      expect(judgeQuestion(asked, answer({ value: other }), NOW)).toMatchObject({ standing: "poor" });
    }
  });

  it("opens a must whose answer is refuted, rejected, expired, poor, or weaker than it has to be", () => {
    const must = question({ isMust: true, strengthMin: "documented" });
    const cases: [Partial<GivenAnswer>, string | null][] = [
      [{}, null],
      [{ strength: "refuted" }, "refuted"],
      [{ verdict: "rejected" }, "rejected"],
      [{ validUntil: NOW }, "expired"],
      [{ validUntil: NOW + 1 }, null],
      [{ value: "worst" }, "poor"],
      [{ value: "middling" }, "fair"],
      [{ strength: "claimed" }, "too_weak"],
    ];
    for (const [change, lack] of cases) expect(judgeQuestion(must, answer(change), NOW).openBecause).toBe(lack);
  });
});

describe("an answer's value", () => {
  it.each<[Partial<Question>, unknown[], unknown[]]>([
    [{ type: "yes_no" }, ["yes", "no"], ["", "maybe", true, 1, null, ["yes"]]],
    [{ type: "choice" }, ["best"], ["unknown", 3, ["best"]]],
    [{ type: "multiple" }, [["best"], []], ["best", ["best", "best"], ["unknown"]]],
    [{ type: "number" }, [0, -3.5], ["3", Number.NaN, Number.POSITIVE_INFINITY]],
    [{ type: "date" }, ["2026-02-28"], ["2026-02-30", "28.02.2026", 20260228, ""]],
    [{ type: "text" }, ["a"], ["", "  ", 1, "x".repeat(10_001)]],
    [{ type: "file" }, [["id"]], ["id", [], [1]]],
  ])("is refused where its type is wrong: %j", (change, right, wrong) => {
    for (const value of right) expect(findValueFault(question(change), value)).toBeNull();
    for (const value of wrong) expect(findValueFault(question(change), value)).toMatch(/^must be/);
  });

  it.each<[Question["rule"], [unknown, string][]]>([
    [
      { kind: "all_of", values: ["a", "b", "c"] },
      [
        [["a", "b", "c", "d"], "good"],
        [["a", "b"], "fair"],
        [["a"], "poor"],
        [[], "poor"],
      ],
    ],
    [
      { kind: "none_of", values: ["a"] },
      [
        [["b"], "good"],
        [["a", "b"], "poor"],
      ],
    ],
    [
      { kind: "at_most", good: 0, fair: 30 },
      [
        [0, "good"],
        [1, "fair"],
        [30, "fair"],
        [31, "poor"],
      ],
    ],
    [
      { kind: "at_least", good: 30, fair: 14 },
      [
        [30, "good"],
        [29, "fair"],
        [13, "poor"],
      ],
    ],
    [{ kind: "at_least", good: 30, fair: null }, [[29, "poor"]]],
    [
      { kind: "within_days", days: 365 },
      [
        ["2026-05-31", "good"],
        ["2025-05-31", "poor"],
        ["2026-06-02", "poor"],
        ["nonsense", "poor"],
      ],
    ],
    [{ kind: "given" }, [["anything", "good"]]],
  ])("is judged by its rule: %j", (rule, cases) => {
    for (const [value, quality] of cases)
      expect([value, judgeValue(question({ rule }), value as string, NOW)]).toEqual([value, quality]);
  });

  it("counts a day that is the last of a year as within it", () => {
    const asked = question({ type: "date", rule: { kind: "within_days", days: 10 } });
    const day = (ago: number) => new Date(NOW - ago * DAY_MS).toISOString().slice(0, 10);
    expect(judgeValue(asked, day(9), NOW)).toBe("good");
    expect(judgeValue(asked, day(10), NOW)).toBe("poor");
  });
});

it("knows every strength's place, so that a stronger one never counts less", () => {
  const shares = STRENGTHS.map((strength: Strength) => judgeQuestion(question(), answer({ strength }), NOW).share);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(new Set(shares).size).toBe(5);
});
