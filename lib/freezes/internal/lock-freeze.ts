import type { FrozenThing } from "@/lib/audit/decision-event";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";
import type { FreezeTarget } from "@/lib/kernel/vocabulary";

type Stored = { target: FreezeTarget; vendorId: string | null; sourceId: string | null; agentId: string | null };

/** What a freeze stops, as its events name it. */
export function toFrozenThing({ target, vendorId, sourceId, agentId }: Stored): FrozenThing {
  return {
    target,
    ...(vendorId !== null && { vendorId }),
    ...(sourceId !== null && { sourceId }),
    ...(agentId !== null && { agentId }),
  };
}

/** Locks a freeze that is in force, for the rest of the transaction. Throws `not_found`, or `conflict` once it is lifted. */
export async function lockFreeze(tx: Transaction, freezeId: string) {
  await tx.$executeRaw`SELECT 1 FROM "freeze" WHERE id = ${freezeId}::uuid FOR UPDATE`;
  const freeze = await tx.freeze.findUnique({
    where: { id: freezeId },
    select: {
      target: true,
      vendorId: true,
      sourceId: true,
      agentId: true,
      liftedAt: true,
      liftProposedById: true,
      liftReason: true,
    },
  });
  if (freeze === null) throw new DomainError("not_found", "There is no such freeze.");
  if (freeze.liftedAt !== null) throw new DomainError("conflict", "The freeze is lifted already.");
  return freeze;
}
