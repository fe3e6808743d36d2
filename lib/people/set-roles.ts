import type { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { endSessions } from "./internal/end-sessions";
import { assertAdminRemains, lockPersonAndAdmins } from "./internal/lock-person";
import { startReviewKinds } from "./internal/start-review-kinds";
import { PersonIdInput, Roles } from "./person-input";

export const SetRolesInput = PersonIdInput.extend({ roles: Roles });
export type SetRolesInput = z.input<typeof SetRolesInput>;

/** Replaces a person's roles and ends all their sessions. Who becomes a reviewer keeps the kinds they had, or gets all. Throws `conflict` when no active admin would remain. */
export async function setRoles(ctx: RequestContext, input: SetRolesInput): Promise<void> {
  authorize(ctx, "person:write");
  const { personId, roles } = parseInput(SetRolesInput, input);
  return commit(ctx, async (tx) => {
    const locked = await lockPersonAndAdmins(tx, personId);
    if (!roles.includes("admin")) assertAdminRemains(locked);
    const { kinds: reviewKinds, events } = startReviewKinds(personId, roles, locked.person.reviewKinds);
    await tx.person.update({ where: { id: personId }, data: { roles, reviewKinds } });
    const ended = await endSessions(tx, { personId }, "roles_changed");
    const before = { roles: locked.person.roles };
    return {
      result: undefined,
      events: [{ action: "person.roles_changed", personId, before, after: { roles } }, ...events, ...ended],
    };
  });
}
