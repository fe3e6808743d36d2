import type { DatasetId, SourceId } from "@/lib/kernel/ids";
import { toValueKind } from "@/lib/kernel/value-kind";
import type { Category } from "@/lib/kernel/vocabulary";
import type { DatasetFacts } from "./agent-policy";

type StoredDataset = {
  id: string;
  sourceId: string;
  name: string;
  recordKind: string;
  schemaName: string;
  tableName: string;
  subjectKey: string | null;
  isPresent: boolean;
  fields: { name: string; dataType: string; category: Category; keyPosition: number | null; isUsable: boolean }[];
};

/** A dataset of the catalogue as the gateway reads it; `domainOf` names the token domain of a field. */
export function toDatasetFacts(
  dataset: StoredDataset,
  domainOf: (datasetId: string, field: string) => string,
): DatasetFacts {
  return {
    datasetId: dataset.id as DatasetId,
    sourceId: dataset.sourceId as SourceId,
    name: dataset.name,
    recordKind: dataset.recordKind,
    schemaName: dataset.schemaName,
    tableName: dataset.tableName,
    subjectKey: dataset.subjectKey,
    columns: new Map(
      dataset.fields.map((field) => [
        field.name,
        {
          ...field,
          kind: toValueKind(field.dataType),
          tokenDomain: domainOf(dataset.id, field.name),
          isUsable: dataset.isPresent && field.isUsable,
        },
      ]),
    ),
  };
}
