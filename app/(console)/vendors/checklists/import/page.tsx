import type { Metadata } from "next";
import { paths } from "@/app/(console)/paths";
import { importChecklistAction } from "@/app/(console)/vendors/checklists/actions";
import { requireContext } from "@/app/session";
import { PageHeader } from "@/components/ui/page-header";
import { NewChecklistForm } from "@/components/vendors/checklist-file-form";

export const metadata: Metadata = { title: "Import a checklist" };

export default async function ImportChecklistPage() {
  await requireContext("checklist:write");
  return (
    <>
      <PageHeader
        title="Import a checklist"
        description="Export one first to see the form: YAML holds all of it, CSV one question a line."
        breadcrumbs={[
          { label: "Vendors", href: paths.vendors() },
          { label: "Checklists", href: paths.checklists() },
          { label: "Import" },
        ]}
      />
      <NewChecklistForm action={importChecklistAction} cancelHref={paths.checklists()} />
    </>
  );
}
