import type { Metadata } from "next";
import { connectSourceAction } from "@/app/(console)/data/actions";
import { paths } from "@/app/(console)/paths";
import { requireContext } from "@/app/session";
import { SourceForm } from "@/components/data/source-form";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Connect a source" };

export default async function NewSourcePage() {
  await requireContext("catalog:write");
  return (
    <>
      <PageHeader
        title="Connect a source"
        description="A Postgres database. Nothing of it can be read by any agent until you grant it."
        breadcrumbs={[
          { label: "Data", href: paths.data() },
          { label: "Sources", href: paths.sources() },
          { label: "Connect a source" },
        ]}
      />
      <SourceForm action={connectSourceAction} submitLabel="Connect the source" cancelHref={paths.sources()} />
    </>
  );
}
