import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { requireContext } from "@/app/session";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { DependencyPicture } from "@/components/vendors/dependency-picture";
import { DependencyTable } from "@/components/vendors/dependency-table";
import { getVendorDependencies } from "@/lib/vendors/get-vendor-dependencies";
import { getVendor } from "@/lib/vendors/get-vendor";
import { VendorFrame } from "@/app/(console)/vendors/[vendorId]/vendor-frame";

export const metadata: Metadata = { title: "Who depends on a vendor" };

export default async function VendorDependenciesPage({ params }: { params: Promise<{ vendorId: string }> }) {
  const ctx = await requireContext("vendor:read");
  const vendor = await foundOr404(getVendor(ctx, (await params).vendorId));
  const dependencies = await getVendorDependencies(ctx, { vendorId: vendor.id });
  return (
    <VendorFrame ctx={ctx} vendor={vendor}>
      {dependencies.agents.length === 0 && dependencies.chains.length === 0 ? (
        <EmptyState title="Nothing depends on it">
          Name it as the vendor on an agent&apos;s page, and it stands here.
        </EmptyState>
      ) : (
        <div className="space-y-8">
          <Section
            title="Who depends on whom"
            description="Vendors and those behind them, their agents, the datasets that these are granted, and what the granted fields hold."
          >
            <DependencyPicture dependencies={dependencies} />
          </Section>
          <Section title="The same as a table">
            <DependencyTable
              dependencies={dependencies}
              agentHrefs={Object.fromEntries(dependencies.agents.map(({ id }) => [id, paths.agent(id)]))}
              datasetHrefs={Object.fromEntries(dependencies.datasets.map(({ id }) => [id, paths.dataset(id)]))}
            />
          </Section>
        </div>
      )}
    </VendorFrame>
  );
}
