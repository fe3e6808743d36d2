import { Download, Grid3x3 } from "lucide-react";
import type { Metadata } from "next";
import { toMatrix } from "@/app/(console)/data/[datasetId]/access/access-matrix";
import { DatasetFrame } from "@/app/(console)/data/[datasetId]/dataset-frame";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { requireContext } from "@/app/session";
import { ScopeMatrix } from "@/components/scopes/scope-matrix";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { OutcomeLegend } from "@/components/ui/outcome-legend";
import { getDataset } from "@/lib/catalog/get-dataset";
import { listUsedFields } from "@/lib/insights/list-used-fields";
import { listFieldGrants } from "@/lib/scopes/list-field-grants";

export const metadata: Metadata = { title: "Who can see a dataset" };

export default async function DatasetAccessPage({ params }: { params: Promise<{ datasetId: string }> }) {
  const ctx = await requireContext("scope:read");
  const dataset = await foundOr404(getDataset(ctx, { datasetId: (await params).datasetId }));
  const grants = await listFieldGrants(ctx, dataset.id);
  const { fields, agents, cells } = toMatrix(dataset, grants, await listUsedFields(ctx, { datasetId: dataset.id }));
  return (
    <DatasetFrame ctx={ctx} dataset={dataset}>
      {agents.length === 0 ? (
        <EmptyState
          icon={<Grid3x3 />}
          title="No agent can see any of it"
          className="rounded-xl border border-line bg-surface"
        >
          Every field is withheld from everybody until somebody grants a scope on it.
        </EmptyState>
      ) : (
        <div className="space-y-4">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <OutcomeLegend outcomes={["clear", "masked", "withheld", "denied"]} />
            <a href={paths.datasetAccessCsv(dataset.id)} download className={buttonStyles()}>
              <Download aria-hidden />
              CSV
            </a>
          </div>
          <ScopeMatrix
            caption={`The fields of ${dataset.name} and how each agent sees them`}
            fields={fields}
            agents={agents}
            cells={cells}
          />
        </div>
      )}
    </DatasetFrame>
  );
}
