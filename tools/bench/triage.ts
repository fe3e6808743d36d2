import { statSync } from "node:fs";
import { makeDemoMessages } from "@/tools/triage/demo-messages";
import { readMeasuringMessages, readShippedMessages } from "@/tools/triage/labelled-messages";
import { MODEL_FILE, readModelFile } from "@/tools/triage/model-file";
import { predictByKeyword, predictByNaiveBayes, predictMessages, timeTriage } from "@/tools/triage/predict-messages";
import { type Prediction, scorePredictions } from "@/tools/triage/score-predictions";
import type { BenchTable } from "./classification";

const AIM = 1_000;

/** Messages judged a second on one core beside a list of keywords as one regular expression, and what each catches of the measuring data. */
export function benchTriage(): BenchTable {
  const model = readModelFile();
  const measuring = readMeasuringMessages();
  const messages = measuring.length > 0 ? measuring : readShippedMessages();
  const texts = [...messages, ...makeDemoMessages()].map(({ text }) => text);
  const speed = timeTriage(texts, model);
  const kilobytes = Math.round(statSync(MODEL_FILE).size / 1024);
  return {
    title: "Triage: what must be held for a person",
    columns: ["by", "messages/s", "ratio", "recall of what must be held", "held needlessly"],
    rows: [
      toRow("triageMessage", speed.ours, (speed.ours / speed.keywords).toFixed(4), predictMessages(messages, model)),
      toRow("keywords", speed.keywords, "1", predictByKeyword(messages)),
      ...(measuring.length > 0 ? [toRow("naive Bayes", null, "-", predictByNaiveBayes(messages))] : []),
    ],
    notes: [
      `Aim: at least ${AIM.toLocaleString("en")} messages a second on one core. ${speed.ours >= AIM ? "Reached." : "NOT reached."} Timed over ${texts.length} messages, best of three rounds. The model file has ${kilobytes} kB.`,
      measuring.length > 0
        ? `Caught of ${messages.length} messages; the model that ships was trained on some of them: "npm run triage:eval" also says what one catches that was not.`
        : "The measuring data is not here: caught is of the shipped rows, which the model was trained on.",
    ],
  };
}

function toRow(
  by: string,
  perSecond: number | null,
  ratio: string,
  predictions: readonly Prediction[],
): (string | number)[] {
  const { held, toHold, heldNeedlessly, ordinary } = scorePredictions(predictions);
  const share = (part: number, whole: number) => (whole === 0 ? "-" : (part / whole).toFixed(3));
  return [
    by,
    perSecond ?? "-",
    ratio === "-" ? "-" : `${ratio}×`,
    share(held, toHold),
    share(heldNeedlessly, ordinary),
  ];
}
