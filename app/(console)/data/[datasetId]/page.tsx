import type { Metadata } from "next";
import { z } from "zod";
import { confirmFieldsAction, describeDatasetAction } from "@/app/(console)/data/actions";
import { DatasetFrame } from "@/app/(console)/data/[datasetId]/dataset-frame";
import { FieldPanel } from "@/app/(console)/data/[datasetId]/field-panel";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { whyNot } from "@/app/(console)/why-not";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { ActionButton } from "@/components/data/action-button";
import { DescribeDatasetForm } from "@/components/data/describe-dataset-form";
import { FieldsTable } from "@/components/data/fields-table";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { SplitView } from "@/components/ui/split-view";
import { type DatasetDetail, type DatasetField, getDataset } from "@/lib/catalog/get-dataset";
import { type FieldGrant, listFieldGrants } from "@/lib/scopes/list-field-grants";

export const metadata: Metadata = { title: "Dataset" };

type Props = { params: Promise<{ datasetId: string }>; searchParams: SearchParams };

const SHAPE = { field: z.string().max(256, "must be a field of this dataset") };

/** The hidden fields by which a form confirms these fields as they are suggested. */
function toConfirmation(datasetId: string, fields: readonly DatasetField[]): [string, string][] {
  return [
    ["datasetId", datasetId],
    ...fields.flatMap(({ name, category }): [string, string][] => [
      ["chosen", name],
      [`category:${name}`, category],
    ]),
  ];
}

function toRows(dataset: DatasetDetail, grants: readonly FieldGrant[], writeReason: string | null) {
  return dataset.fields.map((field) => ({
    ...field,
    href: paths.field(dataset.id, field.name),
    references: field.references === null ? null : `${field.references.dataset}.${field.references.field}`,
    isSubjectKey: field.name === dataset.subjectKey,
    agentCount: new Set(grants.filter((grant) => grant.field === field.name).map((grant) => grant.agent.id)).size,
    datasetId: dataset.id,
    action: confirmFieldsAction,
    writeReason,
  }));
}

export default async function DatasetPage({ params, searchParams }: Props) {
  const ctx = await requireContext("catalog:read");
  const dataset = await foundOr404(getDataset(ctx, { datasetId: (await params).datasetId }));
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const grants = await listFieldGrants(ctx, dataset.id);
  const writeReason = whyNot(ctx, "catalog:write");
  const open = dataset.fields.find((field) => field.name === query.field);
  const isUnknown = query.field !== undefined && open === undefined;
  const waiting = dataset.fields.filter((field) => !field.isConfirmed && field.status !== "vanished");
  return (
    <DatasetFrame ctx={ctx} dataset={dataset}>
      <WrongParameters wrong={isUnknown ? [{ name: "field", must: "must be a field of this dataset" }] : wrong} />
      <SplitView
        panel={open && <FieldPanel ctx={ctx} dataset={dataset} field={open} grants={grants} />}
        panelTitle={open?.name ?? ""}
        closeHref={paths.dataset(dataset.id)}
      >
        <div className="space-y-6">
          {waiting.length > 0 && (
            <Callout
              title={`${waiting.length === 1 ? "1 field waits" : `${waiting.length} fields wait`} for a person's word`}
              actions={
                <ActionButton
                  action={confirmFieldsAction}
                  fields={toConfirmation(dataset.id, waiting)}
                  pendingLabel="Confirming…"
                  disabledReason={writeReason}
                >
                  Confirm all as suggested
                </ActionButton>
              }
            >
              Gatehouse judged the column's name, type and a sample of values, and dropped the values. Correct what is
              wrong, then confirm.
            </Callout>
          )}
          <FieldsTable
            rows={toRows(dataset, grants, writeReason)}
            openField={open?.name ?? null}
            datasetId={dataset.id}
            action={confirmFieldsAction}
            writeReason={writeReason}
          />
          <Card title="What it holds" className="max-w-3xl">
            <DescribeDatasetForm
              datasetId={dataset.id}
              recordKind={dataset.recordKind}
              subjectKey={dataset.subjectKey}
              fieldNames={dataset.fields.filter((field) => field.status !== "vanished").map((field) => field.name)}
              isConfirmed={dataset.isRecordKindConfirmed}
              action={describeDatasetAction}
              disabledReason={writeReason}
            />
          </Card>
        </div>
      </SplitView>
    </DatasetFrame>
  );
}
