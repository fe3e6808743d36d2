import type { TriageModel } from "@/lib/kernel/triage-model";
import { sha256Hex } from "@/lib/runtime/hashing";

const DIGITS = 16;
const known = new WeakMap<TriageModel, string>();

/** Names the exact model that judged: equal ids mean equal weights. */
export function getModelId(model: TriageModel): string {
  const id = known.get(model);
  if (id !== undefined) return id;
  const { weights, ...rest } = model;
  const { buffer, byteOffset, byteLength } = weights;
  const text = Buffer.from(buffer, byteOffset, byteLength).toString("base64");
  const made = sha256Hex(`${JSON.stringify(rest)}\n${text}`).slice(0, DIGITS);
  known.set(model, made);
  return made;
}
