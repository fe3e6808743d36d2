import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { TriageModel } from "@/lib/kernel/triage-model";
import { generateExamples } from "./examples";
import { readShippedMessages, toExamples } from "./labelled-messages";
import { readReviewedMessages } from "./reviewed-messages";
import { TRAIN_SETTINGS, trainModel } from "./train-model";

const MODEL_FILE = path.join(process.cwd(), "lib/reviews/internal/triage-model.json");

/**
 * `npm run triage:train [-- FILE.ndjson …]`: the written texts, the texts of others that ship, and what reviewers exported,
 * one `{"text": "…", "kinds": ["complaint"]}` a line (no kinds: an ordinary message). The same files give the same model.
 */
function main(files: readonly string[]): void {
  const started = performance.now();
  const reviewed = files.flatMap((file) => readReviewedMessages(readFileSync(file, "utf8"), path.basename(file)));
  const examples = [...generateExamples(TRAIN_SETTINGS.seed), ...toExamples(readShippedMessages()), ...reviewed];
  const json = writeModel(trainModel(examples));
  writeFileSync(MODEL_FILE, json);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const size = Math.round(json.length / 1024);
  console.log(
    `Trained on ${examples.length} texts (${reviewed.length} from reviewers) in ${seconds} s: ${path.relative(process.cwd(), MODEL_FILE)}, ${size} kB.`,
  );
}

function writeModel({ weights, ...rest }: TriageModel): string {
  return `${JSON.stringify({ ...rest, weights: Buffer.from(weights.buffer).toString("base64") })}\n`;
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
