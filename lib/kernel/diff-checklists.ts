import { canonicalJson } from "./canonical-json";
import type { ChecklistContent } from "./checklist";

export type ChecklistDiff = { added: string[]; removed: string[]; changed: string[] };

/** Keys of the questions that a newer version adds, drops or asks otherwise. */
export function diffChecklists(before: ChecklistContent, after: ChecklistContent): ChecklistDiff {
  const old = new Map(before.questions.map((question) => [question.key, canonicalJson(question)]));
  const now = new Map(after.questions.map((question) => [question.key, canonicalJson(question)]));
  return {
    added: [...now.keys()].filter((key) => !old.has(key)),
    removed: [...old.keys()].filter((key) => !now.has(key)),
    changed: [...now].filter(([key, text]) => old.has(key) && old.get(key) !== text).map(([key]) => key),
  };
}
