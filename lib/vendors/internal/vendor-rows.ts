import { z } from "zod";
import { reader } from "@/lib/db/reader";
import type { VendorId } from "@/lib/kernel/ids";
import type { AssessmentState } from "@/lib/kernel/assessment-state";
import { ASSESSMENT_STATES } from "@/lib/kernel/assessment-state";
import { CRITICALITIES, type Criticality } from "@/lib/kernel/vendor-vocabulary";
import { loadVendorFacts } from "@/lib/vendors/load-vendor-facts";
import { toVendorStatus, type VendorStatus } from "@/lib/vendors/vendor-status";

export type VendorRow = {
  id: VendorId;
  name: string;
  isOurselves: boolean;
  criticality: Criticality;
  owner: string;
  status: VendorStatus;
  /** Of the assessment in force, 0 to 100; null where there is none. */
  scoreTotal: number | null;
  openMusts: number;
  validUntil: Date | null;
  /** The state of the assessment that is being worked on, or null. */
  open: AssessmentState | null;
  /** Agents that are not retired. */
  agents: number;
  /** Changes of watched texts that nobody has judged. */
  changesToJudge: number;
};

export type VendorFilter = {
  text?: string | undefined;
  criticality?: Criticality | undefined;
  ownerId?: string | undefined;
  hasOpenMusts?: boolean | undefined;
};
export type Place = { id: string; name: string };

const Places = z.array(z.object({ id: z.string(), name: z.string() }));

/** Ids of the next vendors by name that pass the filter. */
export async function findVendorIds(filter: VendorFilter, after: Place | null, limit: number): Promise<Place[]> {
  const { text = "", criticality = null, ownerId = null, hasOpenMusts = false } = filter;
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await reader().$queryRaw`
    SELECT v.id, v.name FROM vendor v
    WHERE (${text} = '' OR v.name ILIKE ${pattern} OR array_to_string(v.services || v.models, ' ') ILIKE ${pattern})
      AND (${criticality}::criticality IS NULL OR v.criticality = ${criticality}::criticality)
      AND (${ownerId}::uuid IS NULL OR v.owner_id = ${ownerId}::uuid)
      AND (NOT ${hasOpenMusts} OR EXISTS (
        SELECT 1 FROM assessment a WHERE a.vendor_id = v.id AND a.state IN ('submitted', 'decided') AND a.open_musts > 0))
      AND (${after?.id ?? null}::uuid IS NULL OR (v.name, v.id) > (${after?.name ?? ""}, ${after?.id ?? null}::uuid))
    ORDER BY v.name, v.id LIMIT ${limit}`;
  return Places.parse(rows);
}

const Rows = z.array(
  z.object({
    id: z.string().transform((id) => id as VendorId),
    name: z.string(),
    isOurselves: z.boolean(),
    criticality: z.enum(CRITICALITIES),
    owner: z.string(),
    scoreTotal: z.number().nullable(),
    openMusts: z.number().nullable(),
    validUntil: z.date().nullable(),
    open: z.enum(ASSESSMENT_STATES).nullable(),
    agents: z.number(),
    changesToJudge: z.number(),
  }),
);

/** What a list says of these vendors, in the order in which they come. */
export async function loadVendorRows(places: readonly Place[], now: Date): Promise<VendorRow[]> {
  if (places.length === 0) return [];
  const ids = places.map(({ id }) => id);
  const [rows, known] = await Promise.all([
    reader().$queryRaw`
      SELECT v.id, v.name, v.is_ourselves AS "isOurselves", v.criticality::text AS criticality, p.name AS owner,
        a.score_total AS "scoreTotal", a.open_musts AS "openMusts", a.valid_until AS "validUntil",
        (SELECT o.state::text FROM assessment o WHERE o.vendor_id = v.id AND o.state IN ('draft', 'submitted')) AS open,
        (SELECT count(*)::int FROM agent g WHERE g.vendor_id = v.id AND g.state <> 'retired') AS agents,
        (SELECT count(*)::int FROM policy_watch w JOIN policy_text t ON t.watch_id = w.id AND t.answers_hold IS NULL
         WHERE w.vendor_id = v.id) AS "changesToJudge"
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS wanted (id, place) JOIN vendor v ON v.id = wanted.id
      JOIN person p ON p.id = v.owner_id LEFT JOIN assessment a ON a.vendor_id = v.id AND a.state = 'decided'
      ORDER BY wanted.place`,
    loadVendorFacts(ids),
  ]);
  return Rows.parse(rows).map((row) => ({
    ...row,
    openMusts: row.openMusts ?? 0,
    status: toVendorStatus(row.id, known, now),
  }));
}
