import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import type { CatalogStatus, DatasetKind } from "@/lib/db/generated/enums";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { DatasetId, SourceId } from "@/lib/kernel/ids";
import type { Category, RecordKind } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";

export const GetDatasetInput = z.object({ datasetId: z.uuid({ error: "must be a dataset's id" }) });
export type GetDatasetInput = z.input<typeof GetDatasetInput>;

export type DatasetField = {
  /** The column's exact name; also what agents call it. */
  name: string;
  /** As Postgres writes it; of a domain, its base type. */
  dataType: string;
  isNullable: boolean;
  /** Place in the primary key from 1, or null. */
  keyPosition: number | null;
  references: { datasetId: DatasetId; dataset: string; field: string } | null;
  category: Category;
  /** 0 to 1; of a confirmed field, that of the suggestion it was made from. */
  confidence: number;
  reason: string;
  isConfirmed: boolean;
  status: CatalogStatus;
};

export type DatasetDetail = {
  id: DatasetId;
  source: { id: SourceId; name: string };
  name: string;
  schemaName: string;
  tableName: string;
  kind: DatasetKind;
  recordKind: RecordKind;
  isRecordKindConfirmed: boolean;
  subjectKey: string | null;
  /** Null when the source does not say. */
  rowEstimate: number | null;
  status: CatalogStatus;
  firstSeenAt: Date;
  /** In the source's order; those that vanished are among them. */
  fields: DatasetField[];
};

const FIELD_SELECT = {
  name: true,
  dataType: true,
  isNullable: true,
  keyPosition: true,
  referencesDatasetId: true,
  referencesField: true,
  category: true,
  confidence: true,
  reason: true,
  isConfirmed: true,
  status: true,
} satisfies Prisma.FieldSelect;

const SELECT = {
  id: true,
  name: true,
  schemaName: true,
  tableName: true,
  kind: true,
  recordKind: true,
  recordKindConfirmed: true,
  subjectKey: true,
  rowEstimate: true,
  status: true,
  firstSeenAt: true,
  source: { select: { id: true, name: true } },
  fields: { select: FIELD_SELECT, orderBy: [{ position: "asc" }, { name: "asc" }] },
} satisfies Prisma.DatasetSelect;

/** Throws `not_found`. */
export async function getDataset(ctx: RequestContext, input: GetDatasetInput): Promise<DatasetDetail> {
  authorize(ctx, "catalog:read");
  const { datasetId } = parseInput(GetDatasetInput, input);
  const row = await reader().dataset.findUnique({ where: { id: datasetId }, select: SELECT });
  if (!row) throw new DomainError("not_found", "There is no such dataset.");
  const targetIds = row.fields.flatMap((field) => field.referencesDatasetId ?? []);
  const targets = await reader().dataset.findMany({
    where: { id: { in: targetIds } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(targets.map(({ id, name }) => [id, name]));
  const { recordKindConfirmed, rowEstimate, source, fields, id, ...dataset } = row;
  return {
    ...dataset,
    id: id as DatasetId,
    source: { id: source.id as SourceId, name: source.name },
    isRecordKindConfirmed: recordKindConfirmed,
    rowEstimate: rowEstimate < 0n ? null : Number(rowEstimate),
    fields: fields.map(({ referencesDatasetId, referencesField, ...field }) => {
      const target = referencesDatasetId === null ? undefined : nameOf.get(referencesDatasetId);
      const isLinked = referencesDatasetId !== null && referencesField !== null && target !== undefined;
      const references = isLinked
        ? { datasetId: referencesDatasetId as DatasetId, dataset: target, field: referencesField }
        : null;
      return { ...field, references };
    }),
  };
}
