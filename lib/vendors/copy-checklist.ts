import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { ChecklistTemplateId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";
import { toChecklistContent } from "./checklist-content";
import { makeChecklist } from "./internal/checklist-version";
import { text } from "./vendor-input";

export const CopyChecklistInput = z.object({ templateId: z.uuid("names no checklist"), name: text(120) });
export type CopyChecklistInput = z.input<typeof CopyChecklistInput>;

/** Copies the newest version of a checklist under another name, to be changed there. */
export async function copyChecklist(ctx: RequestContext, input: CopyChecklistInput): Promise<ChecklistTemplateId> {
  authorize(ctx, "checklist:write");
  const { templateId, name } = parseInput(CopyChecklistInput, input);
  return commit(ctx, async (tx) => {
    const newest = await tx.checklistVersion.findFirst({ where: { templateId }, orderBy: { number: "desc" } });
    if (newest === null) throw new DomainError("not_found", "There is no such checklist.", "templateId");
    const content = toChecklistContent(newest.content);
    const { saved, event } = await makeChecklist(tx, ctx, { name, content, note: "A copy." });
    return { result: saved.templateId, events: [event] };
  });
}
