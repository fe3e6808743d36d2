import { reader } from "@/lib/db/reader";

const DAY_MS = 86_400_000;

/** Counts of whole days (UTC), today among them. */
export type UseCount = { lastAt: Date | null; uses30: number; uses90: number };
export type ScopeUses = UseCount & { fields: ReadonlyMap<string, UseCount> };

type Row = { scopeId: string; field: string; lastAt: Date; uses30: number; uses90: number };

export const NEVER: UseCount = { lastAt: null, uses30: 0, uses90: 0 };

/** How often scopes and their fields were used, by the scopes' ids; one that never was is absent. */
export async function loadScopeUses(scopeIds: readonly string[], now: Date): Promise<Map<string, ScopeUses>> {
  const since = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const rows = await reader().$queryRaw<Row[]>`
    SELECT scope_id AS "scopeId", field_name AS field, max(last_at) AS "lastAt",
           coalesce(sum(uses) FILTER (WHERE day > ${since(30)}::date), 0)::int AS uses30,
           coalesce(sum(uses) FILTER (WHERE day > ${since(90)}::date), 0)::int AS uses90
    FROM scope_use WHERE scope_id = ANY(${[...scopeIds]}::uuid[]) GROUP BY scope_id, field_name`;
  const found = new Map<string, UseCount & { fields: Map<string, UseCount> }>();
  for (const { scopeId, field, ...count } of rows) {
    const scope = found.get(scopeId) ?? { ...NEVER, fields: new Map<string, UseCount>() };
    if (field === "") Object.assign(scope, count);
    else scope.fields.set(field, count);
    found.set(scopeId, scope);
  }
  return found;
}
