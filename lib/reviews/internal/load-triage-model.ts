import { readTriageModel, type TriageModel } from "@/lib/kernel/triage-model";
import file from "./triage-model.json";

let model: TriageModel | undefined;

/** The model that `npm run triage:train` wrote: a part of the program, so it is read the same way by a script, a test and the server's bundle. */
export function getTriageModel(): TriageModel {
  model ??= readTriageModel(file);
  return model;
}
