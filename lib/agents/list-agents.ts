import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { toContained } from "@/lib/db/to-contained";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, VendorId } from "@/lib/kernel/ids";
import { AGENT_STATES, type AgentState } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";

export const PAGE_SIZE = 50;

export const ListAgentsInput = z.object({
  text: z.string().trim().max(100).optional(),
  state: z.enum(AGENT_STATES).optional(),
  vendorId: z.uuid().optional(),
  /** The id of the last agent of the page before. */
  after: z.uuid().optional(),
});
export type ListAgentsInput = z.input<typeof ListAgentsInput>;

export type AgentListRow = {
  id: AgentId;
  name: string;
  description: string;
  /** Null: nobody named one yet. */
  vendorName: string | null;
  vendorId: VendorId | null;
  model: string;
  state: AgentState;
  owner: string;
  sponsor: string;
  isSponsorActive: boolean;
  scopeCount: number;
  createdAt: Date;
};

/** Agents, newest first, a page of 50. `next` is the `after` of the following page, or null. */
export async function listAgents(
  ctx: RequestContext,
  input: ListAgentsInput,
): Promise<{ rows: AgentListRow[]; next: string | null }> {
  authorize(ctx, "agent:read");
  const { text, state, vendorId, after } = parseInput(ListAgentsInput, input);
  const found = await reader().agent.findMany({
    where: {
      ...(state === undefined ? {} : { state }),
      ...(vendorId === undefined ? {} : { vendorId }),
      ...(after === undefined ? {} : { id: { lt: after } }),
      ...(text
        ? {
            OR: [
              { name: toContained(text) },
              { vendor: { name: toContained(text) } },
              { description: toContained(text) },
            ],
          }
        : {}),
    },
    orderBy: { id: "desc" },
    take: PAGE_SIZE + 1,
    select: {
      id: true,
      name: true,
      description: true,
      vendor: { select: { id: true, name: true } },
      model: true,
      state: true,
      createdAt: true,
      owner: { select: { name: true } },
      sponsor: { select: { name: true, status: true } },
      _count: { select: { scopes: { where: { revokedAt: null } } } },
    },
  });
  const rows = found.slice(0, PAGE_SIZE).map(({ _count, owner, sponsor, id, vendor, ...agent }) => ({
    ...agent,
    vendorId: (vendor?.id ?? null) as VendorId | null,
    vendorName: vendor?.name ?? null,
    id: id as AgentId,
    owner: owner.name,
    sponsor: sponsor.name,
    isSponsorActive: sponsor.status === "active",
    scopeCount: _count.scopes,
  }));
  return { rows, next: found.length > PAGE_SIZE ? (rows.at(-1)?.id ?? null) : null };
}
