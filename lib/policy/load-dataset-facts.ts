import { toTokenDomain } from "@/lib/catalog/find-token-domain";
import { reader } from "@/lib/db/reader";
import { DomainError } from "@/lib/kernel/domain-error";
import type { DatasetId } from "@/lib/kernel/ids";
import type { DatasetFacts } from "./agent-policy";
import { toDatasetFacts } from "./to-dataset-facts";

const UNUSABLE = ["changed", "vanished"];

/** One dataset as the gateway reads it, whoever asks. Throws `not_found`. */
export async function loadDatasetFacts(datasetId: DatasetId): Promise<DatasetFacts> {
  const [dataset, references] = await Promise.all([
    reader().dataset.findUnique({
      where: { id: datasetId },
      select: {
        id: true,
        sourceId: true,
        name: true,
        recordKind: true,
        schemaName: true,
        tableName: true,
        subjectKey: true,
        status: true,
        fields: {
          orderBy: [{ position: "asc" }, { name: "asc" }],
          select: { name: true, dataType: true, category: true, keyPosition: true, status: true },
        },
      },
    }),
    reader().field.findMany({
      where: { referencesDatasetId: { not: null }, referencesField: { not: null } },
      select: { datasetId: true, name: true, referencesDatasetId: true, referencesField: true },
    }),
  ]);
  if (dataset === null) throw new DomainError("not_found", "There is no such dataset.", "datasetId");
  const pairs = references.map((one) => ({
    ...one,
    referencesDatasetId: one.referencesDatasetId ?? "",
    referencesField: one.referencesField ?? "",
  }));
  const fields = dataset.fields.map(({ status, ...field }) => ({ ...field, isUsable: !UNUSABLE.includes(status) }));
  return toDatasetFacts({ ...dataset, isPresent: dataset.status !== "vanished", fields }, toTokenDomain(pairs));
}
