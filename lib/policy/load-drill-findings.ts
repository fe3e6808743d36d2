import { z } from "zod";
import type { DrillFinding } from "@/lib/audit/decision-event";
import { reader } from "@/lib/db/reader";

const Findings = z.array(
  z.object({
    processId: z.string(),
    label: z.string(),
    lastAllowedMs: z.coerce.number().nullable(),
    refusedMs: z.coerce.number().nullable(),
    refusalId: z.string().nullable(),
  }),
);

/** What each gate process saw of a drill, by the database's clock, to a tenth of a millisecond. */
export async function loadDrillFindings(drillId: string): Promise<DrillFinding[]> {
  const rows = await reader().$queryRaw`
    SELECT p.id::text AS "processId", p.label, a.decision_id::text AS "refusalId",
      round((extract(epoch FROM a.last_allowed_at - d.frozen_at) * 1000)::numeric, 1)::float8 AS "lastAllowedMs",
      round((extract(epoch FROM a.refused_at - d.frozen_at) * 1000)::numeric, 1)::float8 AS "refusedMs"
    FROM drill_answer a JOIN freeze_drill d ON d.id = a.drill_id JOIN gate_process p ON p.id = a.process_id
    WHERE d.id = ${drillId}::uuid ORDER BY p.label, p.id`;
  return Findings.parse(rows);
}
