import { readModelFile } from "@/tools/triage/model-file";
import { triageMessage, type TriageInput, type TriageResult } from "./triage-message";
import { DEFAULT_TRIAGE_POLICY } from "./triage-policy";

/** The model that ships: what triage does is tested with it. */
export const MODEL = readModelFile();

/** A message to an agent without topics, rules or a policy of its own, unless `change` says otherwise. */
export function triage(text: string, change: Partial<TriageInput> = {}): TriageResult {
  return triageMessage({ text, ordinaryTopics: [], rules: [], policy: DEFAULT_TRIAGE_POLICY, ...change }, MODEL);
}

export function toCodes({ kinds }: TriageResult): string[] {
  return kinds.flatMap(({ reasons }) => reasons.map(({ code }) => code));
}
