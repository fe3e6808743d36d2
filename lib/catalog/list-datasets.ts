import { z } from "zod";
import type { CatalogStatus, DatasetKind } from "@/lib/db/generated/enums";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { DatasetId, SourceId } from "@/lib/kernel/ids";
import { CATEGORIES, type Category, RECORD_KINDS, type RecordKind } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";

export const CATALOG_STATUSES = ["fresh", "present", "changed", "vanished"] as const satisfies readonly CatalogStatus[];

export const ListDatasetsInput = z.object({
  sourceId: z.uuid({ error: "must be a source's id" }).optional(),
  recordKind: z.enum(RECORD_KINDS, { error: `must be one of ${RECORD_KINDS.join(", ")}` }).optional(),
  status: z.enum(CATALOG_STATUSES, { error: `must be one of ${CATALOG_STATUSES.join(", ")}` }).optional(),
  /** Found in the dataset's name, its table's, or a field's. */
  text: z.string().trim().max(100, { error: "must have at most 100 characters" }).optional(),
  /** The name of the last dataset of the page before. */
  after: z.string().max(200).optional(),
  limit: z.int().min(1).max(500).default(50),
});
export type ListDatasetsInput = z.input<typeof ListDatasetsInput>;

const DatasetRow = z.object({
  id: z.string().transform((id) => id as DatasetId),
  sourceId: z.string().transform((id) => id as SourceId),
  sourceName: z.string(),
  name: z.string(),
  schemaName: z.string(),
  tableName: z.string(),
  kind: z.enum(["table", "view"] as const satisfies readonly DatasetKind[]),
  recordKind: z.enum(RECORD_KINDS),
  isRecordKindConfirmed: z.boolean(),
  subjectKey: z.string().nullable(),
  /** Null when the source does not say. */
  rowEstimate: z.number().nullable(),
  status: z.enum(CATALOG_STATUSES),
  /** Fields that are there now; the counts below are of these. */
  fieldCount: z.number(),
  unconfirmedCount: z.number(),
  fieldsByCategory: z.partialRecord(z.enum(CATEGORIES), z.number()),
});
export type DatasetListRow = z.output<typeof DatasetRow> & {
  fieldsByCategory: { [C in Category]?: number };
  recordKind: RecordKind;
};

const NO_FILTER = null;

/** Datasets by name, a page at a time. `next` is the `after` of the following page, or null. */
export async function listDatasets(
  ctx: RequestContext,
  input: ListDatasetsInput = {},
): Promise<{ rows: DatasetListRow[]; next: string | null }> {
  authorize(ctx, "catalog:read");
  const filter = parseInput(ListDatasetsInput, input);
  const [sourceId, recordKind] = [filter.sourceId ?? NO_FILTER, filter.recordKind ?? NO_FILTER];
  const [status, text, after] = [filter.status ?? NO_FILTER, filter.text || NO_FILTER, filter.after ?? ""];
  const found = await reader().$queryRaw<unknown[]>`
    SELECT d.id, d.source_id AS "sourceId", s.name AS "sourceName", d.name, d.schema_name AS "schemaName", d.table_name AS "tableName",
           d.kind::text, d.record_kind::text AS "recordKind", d.record_kind_confirmed AS "isRecordKindConfirmed",
           d.subject_key AS "subjectKey", nullif(d.row_estimate, -1)::float8 AS "rowEstimate", d.status::text,
           coalesce(f.total, 0)::int AS "fieldCount", coalesce(f.unconfirmed, 0)::int AS "unconfirmedCount",
           coalesce(f.by_category, '{}') AS "fieldsByCategory"
    FROM dataset d JOIN source s ON s.id = d.source_id
    LEFT JOIN LATERAL (
      SELECT sum(n) AS total, sum(n_unconfirmed) AS unconfirmed, jsonb_object_agg(category, n) AS by_category
      FROM (SELECT category, count(*) AS n, count(*) FILTER (WHERE NOT is_confirmed) AS n_unconfirmed
            FROM field WHERE dataset_id = d.id AND status <> 'vanished' GROUP BY category) one) f ON true
    WHERE d.name > ${after} COLLATE "C"
      AND (${sourceId}::uuid IS NULL OR d.source_id = ${sourceId}::uuid)
      AND (${recordKind}::text IS NULL OR d.record_kind::text = ${recordKind}::text)
      AND (${status}::text IS NULL OR d.status::text = ${status}::text)
      AND (${text}::text IS NULL OR strpos(d.name, lower(${text}::text)) > 0 OR strpos(lower(d.table_name), lower(${text}::text)) > 0
           OR EXISTS (SELECT 1 FROM field x WHERE x.dataset_id = d.id AND strpos(lower(x.name), lower(${text}::text)) > 0))
    ORDER BY d.name COLLATE "C" LIMIT ${filter.limit + 1}`;
  const rows = z.array(DatasetRow).parse(found.slice(0, filter.limit));
  return { rows, next: found.length > filter.limit ? (rows.at(-1)?.name ?? null) : null };
}
