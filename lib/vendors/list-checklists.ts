import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ChecklistTemplateId } from "@/lib/kernel/ids";

export type ChecklistRow = {
  id: ChecklistTemplateId;
  name: string;
  isShipped: boolean;
  /** The newest. */
  number: number;
  changedAt: Date;
  /** Assessments worked on or in force that were made with it; those made with an older version are stale. */
  assessments: number;
  staleAssessments: number;
};

/** The checklists there are, by name, at most 200. */
export async function listChecklists(ctx: RequestContext): Promise<ChecklistRow[]> {
  authorize(ctx, "vendor:read");
  const templates = await reader().checklistTemplate.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
    select: {
      id: true,
      name: true,
      isShipped: true,
      version: true,
      versions: {
        orderBy: { number: "desc" },
        select: {
          number: true,
          createdAt: true,
          _count: { select: { assessments: { where: { state: { in: ["draft", "submitted", "decided"] } } } } },
        },
      },
    },
  });
  return templates.map(({ id, name, isShipped, version, versions }) => {
    const count = (of: typeof versions) => of.reduce((total, one) => total + one._count.assessments, 0);
    return {
      id: id as ChecklistTemplateId,
      name,
      isShipped,
      number: version,
      changedAt: versions[0]?.createdAt ?? new Date(0),
      assessments: count(versions),
      staleAssessments: count(versions.filter((one) => one.number < version)),
    };
  });
}
