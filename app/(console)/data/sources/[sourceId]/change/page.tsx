import type { Metadata } from "next";
import { changeSourceAction } from "@/app/(console)/data/actions";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { requireContext } from "@/app/session";
import { SourceForm } from "@/components/data/source-form";
import { PageHeader } from "@/components/ui/page-header";
import { getSource } from "@/lib/catalog/get-source";

export const metadata: Metadata = { title: "Change a source" };

export default async function ChangeSourcePage({ params }: { params: Promise<{ sourceId: string }> }) {
  const ctx = await requireContext("catalog:write");
  const source = await foundOr404(getSource(ctx, { sourceId: (await params).sourceId }));
  return (
    <>
      <PageHeader
        title={`Change ${source.name}`}
        description="Its datasets and what was granted on them stay."
        breadcrumbs={[
          { label: "Data", href: paths.data() },
          { label: "Sources", href: paths.sources() },
          { label: source.name, href: paths.source(source.id) },
          { label: "Change" },
        ]}
      />
      <SourceForm
        action={changeSourceAction}
        values={{ ...source, sourceId: source.id }}
        submitLabel="Save the changes"
        cancelHref={paths.source(source.id)}
      />
    </>
  );
}
