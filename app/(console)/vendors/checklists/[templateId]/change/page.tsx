import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { changeChecklistAction, previewChecklistAction } from "@/app/(console)/vendors/checklists/actions";
import { requireContext } from "@/app/session";
import { ChecklistEditor } from "@/components/vendors/checklist-editor";
import { getChecklist } from "@/lib/vendors/get-checklist";
import { ChangeFrame, whyNotChange } from "./change-frame";

export const metadata: Metadata = { title: "Change a checklist" };

export default async function ChangeChecklistPage({ params }: { params: Promise<{ templateId: string }> }) {
  const ctx = await requireContext("checklist:write");
  const { templateId } = await params;
  const checklist = await foundOr404(getChecklist(ctx, { templateId }));
  const { id, number, content } = checklist;
  return (
    <ChangeFrame checklist={checklist}>
      <ChecklistEditor
        key={number}
        initial={content}
        steps={{ base: { templateId: id, number }, preview: previewChecklistAction, save: changeChecklistAction }}
        disabledReason={whyNotChange(checklist)}
        cancelHref={paths.checklist(id)}
      />
    </ChangeFrame>
  );
}
