import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";

export const ListUsedFieldsInput = z.strictObject({ datasetId: z.uuid("names no dataset") });
export type ListUsedFieldsInput = z.input<typeof ListUsedFieldsInput>;

type Row = { scopeId: string; field: string; lastAt: Date };

/** When each field of a dataset was last used through each scope, by "scope field"; what was never used is absent. */
export async function listUsedFields(
  ctx: RequestContext,
  input: ListUsedFieldsInput,
): Promise<ReadonlyMap<string, Date>> {
  authorize(ctx, "scope:read");
  const { datasetId } = parseInput(ListUsedFieldsInput, input);
  const rows = await reader().$queryRaw<Row[]>`
    SELECT u.scope_id AS "scopeId", u.field_name AS field, max(u.last_at) AS "lastAt"
    FROM scope_use u JOIN scope s ON s.id = u.scope_id
    WHERE s.dataset_id = ${datasetId}::uuid AND s.revoked_at IS NULL AND u.field_name <> ''
    GROUP BY u.scope_id, u.field_name`;
  return new Map(rows.map(({ scopeId, field, lastAt }) => [`${scopeId} ${field}`, lastAt]));
}
