import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { commit } from "./commit";
import { ExportScope, type ExportScopeInput } from "./exports/export-scope";
import { toFilterNames } from "./search/event-filters";
import { toEventQuery } from "./search/event-query";

/** One person's exports that wait or run at a time. */
const OPEN_MAX = 3;

async function assertScope(scope: ExportScope): Promise<string[]> {
  if (scope.format !== "evidence") {
    await toEventQuery(scope.filters);
    return toFilterNames(scope.filters);
  }
  if (scope.from >= scope.to) throw new DomainError("invalid_input", "The start must lie before the end.", "from");
  return [scope.framework];
}

/**
 * Queues an export: the events that fit as CSV, NDJSON or OCSF with their proof, or an evidence pack. The jobs make it; `listExports` says
 * how far it is. Throws `conflict` while one has three open.
 */
export async function requestExport(ctx: RequestContext, input: ExportScopeInput): Promise<string> {
  authorize(ctx, "audit:export");
  const scope = parseInput(ExportScope, input);
  const requestedBy = getPersonActor(ctx).personId;
  const filters = await assertScope(scope);
  const exportId = newId(ctx.now);
  return commit(ctx, async (tx) => {
    const open = await tx.auditExport.count({ where: { requestedBy, state: { in: ["queued", "running"] } } });
    if (open >= OPEN_MAX)
      throw new DomainError("conflict", `You have ${OPEN_MAX} exports under way: wait or cancel one.`);
    const { format } = scope;
    const data = { id: exportId, format, scope: JSON.stringify(scope), requestedBy, createdAt: ctx.now };
    await tx.auditExport.create({ data, select: { id: true } });
    await tx.$executeRaw`
      SELECT graphile_worker.add_job('run_export', json_build_object('exportId', ${exportId}::text),
        job_key := ${`run_export:${exportId}`}::text, max_attempts := 5)`;
    return { result: exportId, events: [{ action: "audit.export_requested", exportId, format, filters }] };
  });
}
