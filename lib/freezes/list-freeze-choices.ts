import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";

/** `agentCount`: how many active agents a freeze of it stops, wholly or, for a source, on its datasets. */
export type FreezeChoice = { id: string; name: string; agentCount: number };
export type FreezeChoices = {
  everything: number;
  vendors: FreezeChoice[];
  sources: FreezeChoice[];
  agents: Omit<FreezeChoice, "agentCount">[];
};

const Choices = z.array(z.object({ id: z.string(), name: z.string(), agentCount: z.number() }));

/** What can be frozen now, with what it would stop. A vendor counts with those that work through it. */
export async function listFreezeChoices(ctx: RequestContext): Promise<FreezeChoices> {
  authorize(ctx, "freeze:write");
  const [agents, vendors, sources] = await Promise.all([
    reader().agent.findMany({ where: { state: "active" }, select: { id: true, name: true }, orderBy: { name: "asc" } }),
    reader().$queryRaw`
      WITH RECURSIVE front AS (
        SELECT v.id AS behind, v.id FROM vendor v
        UNION SELECT f.behind, s.vendor_id FROM vendor_subprocessor s JOIN front f ON s.subprocessor_id = f.id)
      SELECT v.id::text, v.name, (SELECT count(DISTINCT a.id)::int FROM front f JOIN agent a ON a.vendor_id = f.id
                                  WHERE f.behind = v.id AND a.state = 'active') AS "agentCount"
      FROM vendor v ORDER BY v.name`,
    reader().$queryRaw`
      SELECT o.id::text, o.name, (SELECT count(DISTINCT a.id)::int FROM scope s JOIN dataset d ON d.id = s.dataset_id
                                  JOIN agent a ON a.id = s.agent_id
                                  WHERE d.source_id = o.id AND s.revoked_at IS NULL AND a.state = 'active') AS "agentCount"
      FROM source o ORDER BY o.name`,
  ]);
  return { everything: agents.length, vendors: Choices.parse(vendors), sources: Choices.parse(sources), agents };
}
