import { statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { getTriageModel } from "./load-triage-model";

const FILE = path.join(import.meta.dirname, "triage-model.json");

test("the model that ships is read once, whole, and is smaller than 5 MB", () => {
  const model = getTriageModel();
  expect(getTriageModel()).toBe(model);
  expect(model.weights.length).toBe(model.size * model.biases.length);
  expect(model.weights.some((weight) => weight !== 0)).toBe(true);
  expect(statSync(FILE).size).toBeLessThan(5_000_000);
});
