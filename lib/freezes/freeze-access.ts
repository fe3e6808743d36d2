import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { FreezeId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";

const reason = z.string().trim().min(1, "say why in a sentence").max(500, "must be at most 500 characters");
export const FreezeAccessInput = z.discriminatedUnion(
  "target",
  [
    z.object({ target: z.literal("everything"), reason }),
    z.object({ target: z.literal("vendor"), vendorId: z.uuid("choose a vendor"), reason }),
    z.object({ target: z.literal("source"), sourceId: z.uuid("choose a source"), reason }),
    z.object({ target: z.literal("agent"), agentId: z.uuid("choose an agent"), reason }),
  ],
  "must be everything, a vendor, a source or an agent",
);
export type FreezeAccessInput = z.input<typeof FreezeAccessInput>;
type Frozen = z.output<typeof FreezeAccessInput>;

async function assertKnown(tx: Transaction, frozen: Frozen): Promise<void> {
  const select = { id: true };
  const found =
    frozen.target === "everything" ||
    (frozen.target === "vendor" && (await tx.vendor.findUnique({ where: { id: frozen.vendorId }, select })) !== null) ||
    (frozen.target === "source" && (await tx.source.findUnique({ where: { id: frozen.sourceId }, select })) !== null) ||
    (frozen.target === "agent" && (await tx.agent.findUnique({ where: { id: frozen.agentId }, select })) !== null);
  if (!found) throw new DomainError("not_found", `There is no such ${frozen.target}.`);
}

/**
 * Stops everything, a vendor with all agents that work through it, a source, or an agent: at once, in every gate process, also for reads
 * that are under way. Throws `not_found`, or `conflict` when it is frozen already.
 */
export async function freezeAccess(ctx: RequestContext, input: FreezeAccessInput): Promise<FreezeId> {
  authorize(ctx, "freeze:write");
  const { personId } = getPersonActor(ctx);
  const { reason: note, ...thing } = parseInput(FreezeAccessInput, input);
  const freezeId = newId(ctx.now) as FreezeId;
  return commit(ctx, async (tx) => {
    await assertKnown(tx, { ...thing, reason: note });
    const { count } = await tx.freeze.createMany({
      data: [{ id: freezeId, ...thing, reason: note, frozenById: personId, frozenAt: ctx.now }],
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError("conflict", "It is frozen already.");
    return { result: freezeId, events: [{ action: "freeze.set", freezeId, ...thing, note }] };
  });
}
