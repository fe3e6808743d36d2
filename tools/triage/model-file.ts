import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readTriageModel, type TriageModel, type TriageModelFile } from "@/lib/kernel/triage-model";

/** Where the product imports the model from (lib/reviews/internal/load-triage-model.ts). */
export const MODEL_FILE = path.join(process.cwd(), "lib/reviews/internal/triage-model.json");

export function readModelFile(): TriageModel {
  return readTriageModel(JSON.parse(readFileSync(MODEL_FILE, "utf8")) as TriageModelFile);
}

/** The size of the file in bytes. */
export function writeModelFile({ weights, ...rest }: TriageModel): number {
  const json = `${JSON.stringify({ ...rest, weights: Buffer.from(weights.buffer).toString("base64") })}\n`;
  writeFileSync(MODEL_FILE, json);
  return json.length;
}
