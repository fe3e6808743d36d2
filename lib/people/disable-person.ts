import type { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { endSessions } from "./internal/end-sessions";
import { assertAdminRemains, lockPersonAndAdmins } from "./internal/lock-person";
import { spendLinks } from "./internal/one-time-link";
import { PersonIdInput } from "./person-input";

export const DisablePersonInput = PersonIdInput;
export type DisablePersonInput = z.input<typeof DisablePersonInput>;

/**
 * The person can no longer sign in; their sessions and password links end now. What they did stays on record.
 * Throws `conflict` for the last active admin.
 */
export async function disablePerson(ctx: RequestContext, input: DisablePersonInput): Promise<void> {
  authorize(ctx, "person:write");
  const { personId } = parseInput(DisablePersonInput, input);
  return commit(ctx, async (tx) => {
    const locked = await lockPersonAndAdmins(tx, personId);
    if (locked.person.status === "disabled") throw new DomainError("conflict", "This person is disabled already.");
    assertAdminRemains(locked);
    await tx.person.update({ where: { id: personId }, data: { status: "disabled" } });
    await spendLinks(tx, { purpose: "set_password", personId }, ctx.now);
    const ended = await endSessions(tx, { personId }, "person_disabled");
    return { result: undefined, events: [{ action: "person.disabled", personId }, ...ended] };
  });
}
