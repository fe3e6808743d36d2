import { describe, expect, test } from "vitest";
import { triageMessage } from "@/lib/kernel/triage-message";
import { DEFAULT_TRIAGE_POLICY } from "@/lib/kernel/triage-policy";
import { holdsKeyword, NaiveBayes } from "./baselines";
import { generateExamples } from "./examples";
import { expandPattern, readPattern, readSlots } from "./grammar";
import { readShippedMessages, SHIPPABLE_SOURCES } from "./labelled-messages";
import { readModelFile } from "./model-file";
import { predictMessages } from "./predict-messages";
import { SeededRandom } from "./random";
import { readReviewedMessages } from "./reviewed-messages";
import { scorePredictions, toShareText } from "./score-predictions";
import { trainModel } from "./train-model";

const few = () => generateExamples(7, (place) => /^all\.(?:fr|es)\.txt:\d*[05]$/.test(place));

describe("training", () => {
  test("the same texts give the same model, to the byte", () => {
    const [once, again] = [trainModel(few()), trainModel(few())];
    expect(Buffer.from(once.weights).equals(Buffer.from(again.weights))).toBe(true);
    expect([once.scale, once.biases]).toEqual([again.scale, again.biases]);
  });

  test("what a reviewer says of a message changes what triage says of the next like it", () => {
    const text = "Könnten Sie mir die Zauberkarte für den Mondgarten stempeln?";
    const line = JSON.stringify({ text, kinds: ["payment_dispute"] });
    const reviewed = readReviewedMessages(`${line}\n`.repeat(20), "export.ndjson");
    const judge = (examples: Parameters<typeof trainModel>[0]) =>
      triageMessage({ text, ordinaryTopics: [], rules: [], policy: DEFAULT_TRIAGE_POLICY }, trainModel(examples));
    expect(judge(few()).kinds.map(({ kind }) => kind)).not.toContain("payment_dispute");
    expect(judge([...few(), ...reviewed]).kinds[0]?.kind).toBe("payment_dispute");
  });

  test("only sources that may ship are trained on", () => {
    expect(new Set(readShippedMessages().map(({ source }) => source))).toEqual(new Set(SHIPPABLE_SOURCES));
  });

  test("each kind is written in each language", () => {
    const found = new Set(generateExamples(7).map(({ classes, language }) => `${classes[0]} ${language}`));
    expect(found.size).toBe(5 * 6);
  });
});

describe("reviewers' examples", () => {
  test("a message without kinds is an ordinary one, others keep all their kinds", () => {
    const ndjson = '{"text":"Where is it?","kinds":[]}\n\n{"text":"I sue you","kinds":["legal_issue","complaint"]}\n';
    expect(readReviewedMessages(ndjson, "x").map(({ classes }) => classes)).toEqual([
      ["ordinary"],
      ["legal_issue", "complaint"],
    ]);
  });

  test.each([
    "no json",
    '{"text":"secret words"}',
    '{"text":"secret words","kinds":["spam"]}',
    '{"text":"","kinds":[]}',
  ])("%s is refused with its line and without its words", (line) => {
    const read = () => readReviewedMessages(`{"text":"a","kinds":[]}\n${line}`, "export.ndjson");
    expect(read).toThrow("export.ndjson, line 2");
    expect(read).not.toThrow("secret");
  });
});

describe("the grammar of the written texts", () => {
  test("choices nest, slots are filled, spaces are mended", () => {
    const slots = readSlots("thing = shoe | {red|blue} hat");
    const made = new Set(
      Array.from({ length: 200 }, (_, seed) =>
        expandPattern(readPattern("{a {big|} <thing>|nothing} ."), slots, new SeededRandom(seed)),
      ),
    );
    expect(made).toEqual(
      new Set(["a big shoe.", "a shoe.", "a big red hat.", "a red hat.", "a big blue hat.", "a blue hat.", "nothing."]),
    );
  });

  test.each(["{a|b", "a}"])("%s is refused", (source) => {
    expect(() => readPattern(source)).toThrow();
  });
});

describe("measuring", () => {
  const message = (label: "ordinary" | "complaint", text = "x") => ({ text, label, also: [], source: "s" });
  const predictions = [
    { message: message("complaint"), isHeld: true, kind: "complaint" as const },
    { message: message("complaint"), isHeld: true, kind: "unusual_request" as const },
    { message: message("complaint"), isHeld: false, kind: "ordinary" as const },
    { message: message("ordinary"), isHeld: true, kind: "complaint" as const },
    { message: message("ordinary"), isHeld: false, kind: "ordinary" as const },
  ];

  test("what is held rightly and needlessly is counted as score.py counts it", () => {
    expect(scorePredictions(predictions)).toEqual({
      toHold: 3,
      held: 2,
      ordinary: 2,
      heldNeedlessly: 1,
      rightKind: 2,
      rows: 5,
    });
    // score.py's ci(2, 3) and ci(0, 0).
    expect(toShareText(2, 3)).toBe("0.667 [0.21, 0.94]");
    expect(toShareText(0, 0)).toBe("-");
  });

  test("the baselines are what they are called", () => {
    const bayes = new NaiveBayes([message("complaint", "bad awful bad"), message("ordinary", "where order")]);
    expect([bayes.predict("awful"), bayes.predict("order")]).toEqual(["complaint", "ordinary"]);
    expect([holdsKeyword("My LAWYER"), holdsKeyword("my order")]).toEqual([true, false]);
  });

  test("the model that ships holds what the shipped rows say must be held", () => {
    const { toHold, held, ordinary, heldNeedlessly } = scorePredictions(
      predictMessages(readShippedMessages(), readModelFile()),
    );
    expect(held / toHold).toBeGreaterThan(0.97);
    expect(heldNeedlessly / ordinary).toBeLessThan(0.1);
  });
});
