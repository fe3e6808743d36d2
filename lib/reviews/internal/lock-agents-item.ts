import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId } from "@/lib/kernel/ids";
import { isWaiting, reviewCan } from "@/lib/kernel/review-state";
import { HOLD_STATES } from "@/lib/kernel/vocabulary";

const Locked = z.array(z.object({ id: z.string(), state: z.enum(HOLD_STATES) }));

/** Locks one of the agent's own holds, which a person must still be waited for. Returns its id. Throws `not_found` or `conflict`. */
export async function assertAgentsItemWaits(tx: Transaction, itemId: string, agentId: AgentId): Promise<string> {
  const rows = await tx.$queryRaw`
    SELECT id::text, state::text FROM held_item WHERE id = ${itemId}::uuid AND agent_id = ${agentId}::uuid FOR UPDATE`;
  const item = Locked.parse(rows)[0];
  if (item === undefined) throw new DomainError("not_found", "There is no such hold.", "holdId");
  const permit = reviewCan("withdraw", item.state);
  if (permit.ok && isWaiting(item.state)) return item.id;
  throw new DomainError("conflict", permit.ok ? "It does not wait any more." : permit.why);
}
