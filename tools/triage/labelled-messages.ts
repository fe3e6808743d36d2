import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { TRIAGE_CLASSES, type TriageClass } from "@/lib/kernel/triage-model";
import { type Example, TEXTS_FOLDER } from "./examples";

/** A message whose kind a person gave; `also` are other right answers. */
export type LabelledMessage = {
  readonly text: string;
  readonly label: TriageClass;
  readonly also: readonly TriageClass[];
  readonly source: string;
  readonly id?: string | undefined;
};

const NAMES = {
  complaint: "complaint",
  payment_dispute: "payment_dispute",
  legal: "legal_issue",
  legal_issue: "legal_issue",
  unusual: "unusual_request",
  unusual_request: "unusual_request",
  ordinary: "ordinary",
} as const;
const Label = z
  .enum(Object.keys(NAMES) as [keyof typeof NAMES, ...(keyof typeof NAMES)[]])
  .transform((name) => NAMES[name]);
const Row = z.object({
  text: z.string(),
  label: Label,
  also: z.array(Label).default([]),
  source: z.string(),
  id: z.string().optional(),
});

/** The sources whose texts may be trained on for what ships (NOTICE names them). */
export const SHIPPABLE_SOURCES: readonly string[] = ["banking77", "bitext"];

function readMessages(jsonl: string): LabelledMessage[] {
  return jsonl
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => Row.parse(JSON.parse(line)));
}

/** The texts of others that ship with this project. */
export function readShippedMessages(): LabelledMessage[] {
  return SHIPPABLE_SOURCES.flatMap((source) =>
    readMessages(readFileSync(path.join(TEXTS_FOLDER, `${source}.jsonl`), "utf8")),
  );
}

/** What is only measured on, never trained on; empty where it is absent. */
export function readMeasuringMessages(): LabelledMessage[] {
  const file = path.resolve(process.cwd(), "../shared/data/escalation/dev.jsonl");
  return existsSync(file) ? readMessages(readFileSync(file, "utf8")) : [];
}

export function toExamples(messages: readonly LabelledMessage[]): Example[] {
  return messages.map(({ text, label, also }) => ({
    text,
    classes: [label, ...also].filter((name) => TRIAGE_CLASSES.includes(name)),
    language: "en",
    isReal: true,
  }));
}
