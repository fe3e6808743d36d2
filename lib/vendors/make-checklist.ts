import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ChecklistTemplateId } from "@/lib/kernel/ids";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import { parseInput } from "@/lib/runtime/parse-input";
import { ChecklistContentInput } from "./checklist-content";
import { makeChecklist as storeChecklist } from "./internal/checklist-version";
import { text } from "./vendor-input";

export const MakeChecklistInput = z.object({
  name: text(120),
  content: ChecklistContentInput,
  note: z.string().trim().max(500, "must be at most 500 characters").default(""),
});
export type MakeChecklistInput = Omit<z.input<typeof MakeChecklistInput>, "content"> & {
  content: ChecklistContentInput | ChecklistContent;
};

/** Makes a checklist, as version 1. Throws `conflict` on a taken name. */
export async function makeChecklist(ctx: RequestContext, input: MakeChecklistInput): Promise<ChecklistTemplateId> {
  authorize(ctx, "checklist:write");
  const { name, content, note } = parseInput(MakeChecklistInput, input);
  return commit(ctx, async (tx) => {
    const { saved, event } = await storeChecklist(tx, ctx, { name, content, note });
    return { result: saved.templateId, events: [event] };
  });
}
