import type { TriageFeatures } from "./triage-features";
import { TRIAGE_KINDS, type TriageKind } from "./triage-kinds";

/** What the model tells apart. */
export const TRIAGE_CLASSES = ["ordinary", ...TRIAGE_KINDS] as const;
export type TriageClass = "ordinary" | TriageKind;
export const CLASS_COUNT = TRIAGE_CLASSES.length;

/** A linear model, one against the rest for each class. */
export type TriageModel = {
  /** Places in the table of features. */
  readonly size: number;
  /** The weight of feature f for class c stands at f × classes + c. */
  readonly weights: Int8Array;
  readonly scale: number;
  readonly biases: readonly number[];
};

/** As the training script writes it. `weights` is base64. */
export type TriageModelFile = Omit<TriageModel, "weights"> & { readonly weights: string };

export type ClassScores = Readonly<Record<TriageClass, number>>;

export function readTriageModel(file: TriageModelFile): TriageModel {
  const weights = decodeBase64(file.weights, file.size * CLASS_COUNT);
  return { ...file, weights };
}

export function scoreFeatures(features: TriageFeatures, model: TriageModel): ClassScores {
  const sums = new Float64Array(CLASS_COUNT);
  for (let position = 0; position < features.index.length; position += 1) {
    const base = (features.index[position] ?? 0) * CLASS_COUNT;
    const value = features.value[position] ?? 0;
    for (let each = 0; each < CLASS_COUNT; each += 1) {
      sums[each] = (sums[each] ?? 0) + value * (model.weights[base + each] ?? 0);
    }
  }
  const score = (name: TriageClass) => {
    const at = TRIAGE_CLASSES.indexOf(name);
    const margin = (sums[at] ?? 0) * model.scale + (model.biases[at] ?? 0);
    return 1 / (1 + Math.exp(-margin));
  };
  return {
    ordinary: score("ordinary"),
    legal_issue: score("legal_issue"),
    payment_dispute: score("payment_dispute"),
    complaint: score("complaint"),
    unusual_request: score("unusual_request"),
  };
}

/** What each token added to the class beyond what it added to "ordinary". */
export function weighTokens(
  features: TriageFeatures,
  tokenCount: number,
  kind: TriageClass,
  model: TriageModel,
): number[] {
  const added = Array.from({ length: tokenCount }, () => 0);
  const column = TRIAGE_CLASSES.indexOf(kind);
  for (let position = 0; position < features.index.length; position += 1) {
    const first = features.first[position] ?? -1;
    const last = features.last[position] ?? -1;
    if (first < 0) continue;
    const base = (features.index[position] ?? 0) * CLASS_COUNT;
    const weight = (model.weights[base + column] ?? 0) - (model.weights[base] ?? 0);
    const share = (weight * (features.value[position] ?? 0)) / (last - first + 1);
    for (let token = first; token <= last && token < tokenCount; token += 1) added[token] = (added[token] ?? 0) + share;
  }
  return added;
}

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function decodeBase64(text: string, length: number): Int8Array {
  const values = new Uint8Array(128);
  for (let index = 0; index < BASE64.length; index += 1) values[BASE64.charCodeAt(index)] = index;
  const bytes = new Int8Array(length);
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < text.length && at < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 61) break;
    buffer = ((buffer << 6) | (values[code] ?? 0)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (buffer >> bits) & 0xff;
      at += 1;
    }
  }
  if (at !== length) throw new RangeError(`the model has ${at} weights instead of ${length}`);
  return bytes;
}
