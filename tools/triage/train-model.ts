import { CLASS_COUNT, TRIAGE_CLASSES, type TriageModel } from "@/lib/kernel/triage-model";
import { readText, toParts } from "@/lib/kernel/triage-reading";
import type { TriageFeatures } from "@/lib/kernel/triage-features";
import type { Example } from "./examples";
import { SeededRandom } from "./random";

type TrainSettings = {
  readonly size: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** How often all words and parts of words are left out, so that the concepts carry the decision alone. */
  readonly wordlessShare: number;
  /** How often a single word is left out. */
  readonly wordDropShare: number;
  readonly seed: number;
};

export const TRAIN_SETTINGS: TrainSettings = {
  size: 65_536,
  epochs: 6,
  rate: 0.15,
  decay: 2e-6,
  wordlessShare: 0.3,
  wordDropShare: 0.2,
  seed: 7,
};

/** A message that a customer wrote counts as much as so many that were made up. */
const REAL_WEIGHT = 3;

/**
 * Doubt holds: a score of 0.5 for "ordinary" stands for odds of 16 to 9. There a model that knew no row of the measuring data
 * held about a fifth of its ordinary messages needlessly (`npm run triage:eval` says how many).
 */
const DOUBT = Math.log(16 / 9);

/** The model of the examples, as it ships. */
export function trainModel(examples: readonly Example[]): TriageModel {
  const { size } = TRAIN_SETTINGS;
  const { weights, biases } = fitWeights(prepareExamples(examples, size), TRAIN_SETTINGS);
  const doubting = biases.map((bias, each) => (TRIAGE_CLASSES[each] === "ordinary" ? bias - DOUBT : bias));
  return quantise(weights, doubting, size);
}

type Prepared = {
  readonly features: TriageFeatures;
  readonly tokenCount: number;
  readonly target: readonly number[];
  readonly weight: number;
};

function prepareExamples(examples: readonly Example[], size: number): Prepared[] {
  return examples.flatMap(({ text, classes, isReal = false }) => {
    const [part] = toParts(readText(text), size);
    const target = TRIAGE_CLASSES.map((name) => (classes.includes(name) ? 1 : 0));
    return part === undefined
      ? []
      : [{ features: part.features, tokenCount: part.count, target, weight: isReal ? REAL_WEIGHT : 1 }];
  });
}

/** One-against-rest logistic regression with AdaGrad steps; the same result for the same examples and seed. */
function fitWeights(
  examples: readonly Prepared[],
  settings: TrainSettings,
): { weights: Float64Array; biases: number[] } {
  const { size, epochs, rate, decay } = settings;
  const random = new SeededRandom(settings.seed);
  const weights = new Float64Array(size * CLASS_COUNT);
  const squares = new Float64Array(size * CLASS_COUNT).fill(1e-3);
  const biases = Array.from({ length: CLASS_COUNT }, () => 0);
  const balance = toBalance(examples);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const step = rate * (1 - epoch / (epochs + 1));
    for (const example of random.shuffle(examples)) {
      const kept = chooseKept(example, settings, random);
      const errors = toErrors(example, kept, weights, biases, balance);
      for (const position of kept) {
        const base = (example.features.index[position] ?? 0) * CLASS_COUNT;
        const value = example.features.value[position] ?? 0;
        for (let each = 0; each < CLASS_COUNT; each += 1) {
          const at = base + each;
          const gradient = (errors[each] ?? 0) * value + decay * (weights[at] ?? 0);
          const square = (squares[at] ?? 0) + gradient * gradient;
          squares[at] = square;
          weights[at] = (weights[at] ?? 0) - (step * gradient) / Math.sqrt(square);
        }
      }
      for (let each = 0; each < CLASS_COUNT; each += 1)
        biases[each] = (biases[each] ?? 0) - 0.01 * step * (errors[each] ?? 0);
    }
  }
  return { weights, biases };
}

/** Each class weighs as much as the rest together, within bounds. */
function toBalance(examples: readonly Prepared[]): number[] {
  return TRIAGE_CLASSES.map((_, each) => {
    const positive = examples.filter(({ target }) => target[each] === 1).length;
    return Math.min(6, Math.max(0.5, (0.5 * (examples.length - positive)) / Math.max(1, positive)));
  });
}

function chooseKept(example: Prepared, settings: TrainSettings, random: SeededRandom): number[] {
  const { first, last, index, familyEnds } = example.features;
  const conceptStart = familyEnds[1] ?? 0;
  const kept: number[] = [];
  if (random.chance(settings.wordlessShare)) {
    for (let position = conceptStart; position < index.length; position += 1) kept.push(position);
    return kept;
  }
  const isDropped = Array.from({ length: example.tokenCount }, () => random.chance(settings.wordDropShare));
  for (let position = 0; position < index.length; position += 1) {
    const from = first[position] ?? -1;
    const to = last[position] ?? -1;
    if (from >= 0 && position < conceptStart && (isDropped[from] === true || isDropped[to] === true)) continue;
    kept.push(position);
  }
  return kept;
}

function toErrors(
  example: Prepared,
  kept: readonly number[],
  weights: Float64Array,
  biases: readonly number[],
  balance: readonly number[],
): number[] {
  const sums = [...biases];
  for (const position of kept) {
    const base = (example.features.index[position] ?? 0) * CLASS_COUNT;
    const value = example.features.value[position] ?? 0;
    for (let each = 0; each < CLASS_COUNT; each += 1)
      sums[each] = (sums[each] ?? 0) + value * (weights[base + each] ?? 0);
  }
  return sums.map((sum, each) => {
    const target = example.target[each] ?? 0;
    const error = 1 / (1 + Math.exp(-sum)) - target;
    return error * example.weight * (target === 1 ? (balance[each] ?? 1) : 1);
  });
}

/** Weights as whole numbers from -127 to 127. */
function quantise(weights: Float64Array, biases: readonly number[], size: number): TriageModel {
  const sorted = Float64Array.from(weights, Math.abs)
    .filter((weight) => weight > 0)
    .sort();
  const largest = sorted[Math.floor(sorted.length * 0.9998)] ?? 1;
  const scale = largest / 127;
  const small = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
  const round = (value: number) => Number(value.toFixed(6));
  return { size, weights: small, scale: Number(scale.toPrecision(8)), biases: biases.map(round) };
}
