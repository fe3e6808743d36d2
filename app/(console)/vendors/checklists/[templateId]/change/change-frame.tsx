import type { ReactNode } from "react";
import { paths } from "@/app/(console)/paths";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import type { ChecklistDetail } from "@/lib/vendors/get-checklist";

/** Why a checklist cannot be changed; null where it can. */
export function whyNotChange({ isShipped }: Pick<ChecklistDetail, "isShipped">): string | null {
  return isShipped ? "It comes with Gatehouse and changes with its releases: copy it, and change the copy." : null;
}

/** The top of both ways to change a checklist: question by question, and as a file. */
export function ChangeFrame({ checklist, children }: { checklist: ChecklistDetail; children: ReactNode }) {
  const { id, name } = checklist;
  return (
    <>
      <PageHeader
        title={`Change ${name}`}
        description="Saved as its next version. Assessments stay with the version that they were made with, and say that they are stale."
        breadcrumbs={[
          { label: "Checklists", href: paths.checklists() },
          { label: name, href: paths.checklist(id) },
          { label: "Change" },
        ]}
      />
      <LinkTabs
        label="How to change it"
        className="mb-6"
        tabs={[
          { href: paths.changeChecklist(id), label: "Question by question" },
          { href: paths.changeChecklistFile(id), label: "As YAML or CSV" },
        ]}
      />
      {children}
    </>
  );
}
