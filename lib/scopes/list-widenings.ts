import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { WideningId } from "@/lib/kernel/ids";
import { WIDENING_STATES, type WideningKind, type WideningState } from "@/lib/kernel/widening-state";
import { parseInput } from "@/lib/runtime/parse-input";

const PAGE_SIZE = 50;

export const ListWideningsInput = z.object({
  /** Waiting for a second person, or decided. */
  view: z.enum(["waiting", "decided"]).default("waiting"),
  /** The id of the last row of the page before. */
  after: z.uuid().optional(),
});
export type ListWideningsInput = z.input<typeof ListWideningsInput>;

export type WideningRow = {
  id: WideningId;
  kind: WideningKind;
  state: WideningState;
  agentName: string | null;
  datasetName: string | null;
  note: string;
  proposedBy: string;
  createdAt: Date;
  decidedBy: string | null;
  /** Proposed by the person who asks. */
  isOwn: boolean;
};

/** Widenings, newest first, a page of 50. `next` is the `after` of the following page, or null. */
export async function listWidenings(
  ctx: RequestContext,
  input: ListWideningsInput,
): Promise<{ rows: WideningRow[]; next: string | null }> {
  authorize(ctx, "widening:read");
  const { view, after } = parseInput(ListWideningsInput, input);
  const states = view === "waiting" ? ["waiting" as const] : WIDENING_STATES.filter((state) => state !== "waiting");
  const found = await reader().widening.findMany({
    where: { state: { in: [...states] }, ...(after === undefined ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take: PAGE_SIZE + 1,
    include: {
      agent: { select: { name: true } },
      dataset: { select: { name: true } },
      proposer: { select: { name: true } },
      decider: { select: { name: true } },
    },
  });
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const rows = found.slice(0, PAGE_SIZE).map(({ agent, dataset, proposer, decider, ...row }) => ({
    id: row.id as WideningId,
    kind: row.kind,
    state: row.state,
    agentName: agent?.name ?? null,
    datasetName: dataset?.name ?? null,
    note: row.note,
    proposedBy: proposer.name,
    createdAt: row.createdAt,
    decidedBy: decider?.name ?? null,
    isOwn: row.proposedById === personId,
  }));
  return { rows, next: found.length > PAGE_SIZE ? (rows.at(-1)?.id ?? null) : null };
}
