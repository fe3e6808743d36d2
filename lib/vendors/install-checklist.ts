import { readFileSync } from "node:fs";
import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ChecklistTemplateId } from "@/lib/kernel/ids";
import { readChecklist } from "./checklist-file";
import { addChecklistVersion, makeChecklist, toContentDigest } from "./internal/checklist-version";

export const SHIPPED_NAME = "AI vendor data policy";
const SHIPPED_FILE = "lib/vendors/internal/ai-vendor-checklist.yaml";

/**
 * Puts the checklist that comes with Gatehouse into the database: as a new one, or as its next version where this release asks
 * otherwise than the last. Whoever changes it copies it first, so that a release changes nobody's own.
 */
export async function installChecklist(
  ctx: RequestContext,
): Promise<{ templateId: ChecklistTemplateId; number: number }> {
  authorize(ctx, "checklist:install");
  const content = readChecklist(readFileSync(SHIPPED_FILE, "utf8"), "yaml");
  const known = await reader().checklistTemplate.findFirst({
    where: { isShipped: true },
    select: { id: true, version: true, versions: { orderBy: { number: "desc" }, take: 1, select: { digest: true } } },
  });
  if (known !== null && known.versions[0]?.digest === toContentDigest(content))
    return { templateId: known.id as ChecklistTemplateId, number: known.version };
  return commit(ctx, async (tx) => {
    const { saved, event } =
      known === null
        ? await makeChecklist(tx, ctx, { name: SHIPPED_NAME, content, note: "Comes with Gatehouse.", isShipped: true })
        : await addChecklistVersion(tx, ctx, {
            templateId: known.id,
            baseNumber: known.version,
            content,
            note: "Comes with a newer Gatehouse.",
          });
    return { result: { templateId: saved.templateId, number: saved.number }, events: [event] };
  });
}
