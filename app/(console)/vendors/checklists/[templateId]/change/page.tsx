import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { importChecklistAction } from "@/app/(console)/vendors/checklists/actions";
import { requireContext } from "@/app/session";
import { PageHeader } from "@/components/ui/page-header";
import { ChecklistFileForm } from "@/components/vendors/checklist-file-form";
import { writeChecklist } from "@/lib/vendors/checklist-file";
import { getChecklist } from "@/lib/vendors/get-checklist";

export const metadata: Metadata = { title: "Change a checklist" };

export default async function ChangeChecklistPage({ params }: { params: Promise<{ templateId: string }> }) {
  const ctx = await requireContext("checklist:write");
  const { templateId } = await params;
  const { id, name, number, content, isShipped } = await foundOr404(getChecklist(ctx, { templateId }));
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
      <ChecklistFileForm
        action={importChecklistAction}
        base={{ templateId: id, number }}
        text={writeChecklist(content, "yaml")}
        submitLabel={`Save version ${number + 1}`}
        disabledReason={
          isShipped ? "It comes with Gatehouse and changes with its releases: copy it, and change the copy." : null
        }
        cancelHref={paths.checklist(id)}
      />
    </>
  );
}
