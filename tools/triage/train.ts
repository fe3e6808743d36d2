import { readFileSync } from "node:fs";
import path from "node:path";
import { generateExamples } from "./examples";
import { readShippedMessages, toExamples } from "./labelled-messages";
import { MODEL_FILE, writeModelFile } from "./model-file";
import { readReviewedMessages } from "./reviewed-messages";
import { TRAIN_SETTINGS, trainModel } from "./train-model";

/**
 * `npm run triage:train [-- FILE.ndjson …]`: the written texts, the texts of others that ship, and what reviewers exported,
 * one `{"text": "…", "kinds": ["complaint"]}` a line (no kinds: an ordinary message). The same files give the same model.
 */
function main(files: readonly string[]): void {
  const started = performance.now();
  const reviewed = files.flatMap((file) => readReviewedMessages(readFileSync(file, "utf8"), path.basename(file)));
  const examples = [...generateExamples(TRAIN_SETTINGS.seed), ...toExamples(readShippedMessages()), ...reviewed];
  const size = writeModelFile(trainModel(examples));
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const place = `${path.relative(process.cwd(), MODEL_FILE)}, ${Math.round(size / 1024)} kB`;
  console.log(`Trained on ${examples.length} texts (${reviewed.length} from reviewers) in ${seconds} s: ${place}.`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
