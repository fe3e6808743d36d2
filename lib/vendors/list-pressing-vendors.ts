import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize, isPermitted } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AssessmentId, VendorId } from "@/lib/kernel/ids";
import type { VendorObstacle } from "@/lib/kernel/vendor-state";
import { loadAllVendorFacts } from "./internal/all-vendor-facts";
import { toVendorStatus } from "./vendor-status";

const EACH_MAX = 20;

/** What somebody should look at about vendors. */
export type PressingVendor =
  /** Its agents are refused: it lapsed, was rejected or was never approved, and `agents` of them are not retired. */
  | {
      kind: "vendor_closed";
      vendorId: VendorId;
      vendor: string;
      agents: number;
      obstacle: VendorObstacle;
      it: string | null;
    }
  /** Within 30 days it closes or narrows by itself; or the grace that was set runs already. */
  | { kind: "vendor_ending"; vendorId: VendorId; vendor: string; at: Date; isInGrace: boolean; willClose: boolean }
  | { kind: "vendor_musts_open"; assessmentId: AssessmentId; vendor: string; count: number }
  /** Somebody else's: a submitted assessment, or a change that widens. Only for whoever may decide. */
  | { kind: "assessment_waiting"; assessmentId: AssessmentId; vendor: string; at: Date }
  | { kind: "vendor_change_waiting"; vendorId: VendorId; vendor: string; at: Date };

const id = <Id extends string>() => z.string().transform((value) => value as Id);

/** Agents that are not retired, by vendor. */
async function countAgents(): Promise<ReadonlyMap<string, number>> {
  const rows = await reader().agent.groupBy({
    by: ["vendorId"],
    where: { vendorId: { not: null }, state: { not: "retired" } },
    _count: { _all: true },
  });
  return new Map(rows.flatMap(({ vendorId, _count }) => (vendorId === null ? [] : [[vendorId, _count._all] as const])));
}

/** By the same rules and facts as the gate decides. Closed ones come first, by name; then ends, the nearest first. */
async function listByClock(now: Date): Promise<PressingVendor[]> {
  const [known, agentsOf] = [await loadAllVendorFacts(), await countAgents()];
  const closed: Extract<PressingVendor, { kind: "vendor_closed" }>[] = [];
  const ending: Extract<PressingVendor, { kind: "vendor_ending" }>[] = [];
  for (const { id: own, name: vendor } of known.values()) {
    const { word, obstacle, it, isInGrace, next } = toVendorStatus(own, known, now);
    const vendorId = own as VendorId;
    const agents = agentsOf.get(own) ?? 0;
    if (obstacle !== null && agents > 0) closed.push({ kind: "vendor_closed", vendorId, vendor, agents, obstacle, it });
    if ((word === "ending" || word === "grace") && next !== null)
      ending.push({ kind: "vendor_ending", vendorId, vendor, at: next.at, isInGrace, willClose: !next.isCleared });
  }
  closed.sort((a, b) => a.vendor.localeCompare(b.vendor, "en"));
  ending.sort((a, b) => a.at.getTime() - b.at.getTime());
  return [...closed.slice(0, EACH_MAX), ...ending.slice(0, EACH_MAX)];
}

async function listOpenMusts(): Promise<PressingVendor[]> {
  const rows = await reader().$queryRaw`
    SELECT a.id AS "assessmentId", v.name AS vendor, a.open_musts AS count FROM assessment a JOIN vendor v ON v.id = a.vendor_id
    WHERE a.state IN ('submitted', 'decided') AND a.open_musts > 0 ORDER BY a.open_musts DESC, v.name, a.id LIMIT ${EACH_MAX}`;
  const Row = z.object({ assessmentId: id<AssessmentId>(), vendor: z.string(), count: z.number() });
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({ kind: "vendor_musts_open", ...row }));
}

async function listToDecide(personId: string): Promise<PressingVendor[]> {
  const submitted = await reader().assessment.findMany({
    where: { state: "submitted", startedById: { not: personId }, submittedById: { not: personId } },
    orderBy: { submittedAt: "asc" },
    take: EACH_MAX,
    select: { id: true, submittedAt: true, vendor: { select: { name: true } } },
  });
  const proposed = await reader().vendorProposal.findMany({
    where: { state: "waiting", proposedById: { not: personId } },
    orderBy: { id: "asc" },
    take: EACH_MAX,
    select: { vendorId: true, proposedAt: true, vendor: { select: { name: true } } },
  });
  return [
    ...submitted.flatMap(({ id: assessmentId, submittedAt, vendor }): PressingVendor[] =>
      submittedAt === null
        ? []
        : [
            {
              kind: "assessment_waiting",
              assessmentId: assessmentId as AssessmentId,
              vendor: vendor.name,
              at: submittedAt,
            },
          ],
    ),
    ...proposed.map(({ vendorId, proposedAt, vendor }): PressingVendor => {
      return { kind: "vendor_change_waiting", vendorId: vendorId as VendorId, vendor: vendor.name, at: proposedAt };
    }),
  ];
}

/** Vendors that somebody should look at now: closed ones, those that end within 30 days, open musts, what waits for this person's decision. */
export async function listPressingVendors(ctx: RequestContext): Promise<PressingVendor[]> {
  authorize(ctx, "vendor:read");
  const { actor } = ctx;
  const decides = actor.kind === "person" && isPermitted(actor, "vendor:approve");
  return [
    ...(await listByClock(ctx.now)),
    ...(decides ? await listToDecide(actor.personId) : []),
    ...(await listOpenMusts()),
  ];
}
