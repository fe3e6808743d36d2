import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import { parseInput } from "@/lib/runtime/parse-input";
import { ChecklistContentInput } from "./checklist-content";
import { addChecklistVersion } from "./internal/checklist-version";

export const ChangeChecklistInput = z.object({
  templateId: z.uuid("names no checklist"),
  /** The version that the change was made from. */
  baseNumber: z.coerce.number().int().min(1),
  content: ChecklistContentInput,
  note: z.string().trim().max(500, "must be at most 500 characters").default(""),
});
export type ChangeChecklistInput = Omit<z.input<typeof ChangeChecklistInput>, "content"> & {
  content: ChecklistContentInput | ChecklistContent;
};

export type ChangedChecklist = { number: number; staleAssessments: number };

/**
 * Saves a change of a checklist as its next version, whether it was edited or read from a file. Assessments stay with the version that they were made with; how many of those
 * worked on or in force are now stale is in the answer. Throws `conflict` when somebody saved a version since.
 */
export async function changeChecklist(ctx: RequestContext, input: ChangeChecklistInput): Promise<ChangedChecklist> {
  authorize(ctx, "checklist:write");
  const asked = parseInput(ChangeChecklistInput, input);
  return commit(ctx, async (tx) => {
    const { saved, event } = await addChecklistVersion(tx, ctx, asked);
    return { result: { number: saved.number, staleAssessments: event.staleAssessments }, events: [event] };
  });
}
