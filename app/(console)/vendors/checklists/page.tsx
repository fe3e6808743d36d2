import type { Metadata } from "next";
import { paths } from "@/app/(console)/paths";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { listChecklists } from "@/lib/vendors/list-checklists";

export const metadata: Metadata = { title: "Checklists" };

export default async function ChecklistsPage() {
  const ctx = await requireContext("vendor:read");
  const checklists = await listChecklists(ctx);
  return (
    <>
      <PageHeader
        title="Checklists"
        description="What vendors are asked. A change is a new version; assessments stay with the version that they were made with."
        breadcrumbs={[{ label: "Vendors", href: paths.vendors() }, { label: "Checklists" }]}
        actions={
          <LinkOrReason
            variant="primary"
            href={paths.importChecklist()}
            disabledReason={whyNot(ctx, "checklist:write")}
          >
            Import a checklist
          </LinkOrReason>
        }
      />
      {checklists.length === 0 ? (
        <EmptyState title="No checklist yet">
          Import one from YAML or CSV; the one that comes with Gatehouse is put in at the start.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-xl border border-line bg-surface shadow-xs">
          {checklists.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
              <TextLink href={paths.checklist(one.id)}>{one.name}</TextLink>
              {one.isShipped && <Badge>Comes with Gatehouse</Badge>}
              {one.staleAssessments > 0 && <Badge tone="warn">{one.staleAssessments} assessments made stale</Badge>}
              <span className="ms-auto text-ink-muted text-sm">
                Version {one.number}, <RelativeTime at={one.changedAt} />. {one.assessments} assessments.
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
