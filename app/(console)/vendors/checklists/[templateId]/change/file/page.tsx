import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { changeChecklistAction, previewChecklistAction } from "@/app/(console)/vendors/checklists/actions";
import { ChangeFrame, whyNotChange } from "@/app/(console)/vendors/checklists/[templateId]/change/change-frame";
import { requireContext } from "@/app/session";
import { ChecklistFileForm } from "@/components/vendors/checklist-file-form";
import { writeChecklist } from "@/lib/vendors/checklist-file";
import { getChecklist } from "@/lib/vendors/get-checklist";

export const metadata: Metadata = { title: "Change a checklist as a file" };

export default async function ChangeChecklistFilePage({ params }: { params: Promise<{ templateId: string }> }) {
  const ctx = await requireContext("checklist:write");
  const { templateId } = await params;
  const checklist = await foundOr404(getChecklist(ctx, { templateId }));
  const { id, number, content } = checklist;
  return (
    <ChangeFrame checklist={checklist}>
      <ChecklistFileForm
        key={number}
        text={writeChecklist(content, "yaml")}
        steps={{ base: { templateId: id, number }, preview: previewChecklistAction, save: changeChecklistAction }}
        disabledReason={whyNotChange(checklist)}
        cancelHref={paths.checklist(id)}
      />
    </ChangeFrame>
  );
}
