import { commit } from "@/lib/audit/commit";
import { testContext } from "@/lib/identity/test-contexts";
import type { DatasetId, SourceId } from "@/lib/kernel/ids";
import type { Category } from "@/lib/kernel/vocabulary";
import { newId } from "@/lib/runtime/new-id";

type TestField = { name: string; dataType?: string; category?: Category; keyPosition?: number };

/** Puts a dataset into the catalogue as discovery would, on a source that nobody connects to. */
export function addTestDataset(
  name: string,
  fields: readonly TestField[],
  subjectKey: string | null = null,
): Promise<DatasetId> {
  const ctx = testContext({ kind: "system", process: "cli" });
  const datasetId = newId(ctx.now) as DatasetId;
  const sourceId = newId(ctx.now) as SourceId;
  const settings = {
    name: `source of ${name}`,
    host: "127.0.0.1",
    port: 1,
    database: "none",
    username: "nobody",
    tlsMode: "disable",
  } as const;
  return commit(ctx, async (tx) => {
    await tx.source.create({ data: { id: sourceId, ...settings, passwordSealed: "v1.none" } });
    await tx.dataset.create({
      data: {
        id: datasetId,
        sourceId,
        name,
        schemaName: "public",
        tableName: name,
        kind: "table",
        recordKind: "customer_record",
        subjectKey,
        rowEstimate: 10n,
        status: "present",
        fields: {
          create: fields.map((field, index) => ({
            name: field.name,
            position: index + 1,
            dataType: field.dataType ?? "text",
            isNullable: true,
            keyPosition: field.keyPosition ?? null,
            category: field.category ?? "none",
            confidence: 1,
            reason: "For a test.",
            status: "present" as const,
          })),
        },
      },
    });
    return { result: datasetId, events: [{ action: "source.connected", sourceId, after: settings }] };
  });
}
