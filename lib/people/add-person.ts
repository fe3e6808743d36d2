import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { PersonId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { makeLink } from "./internal/one-time-link";
import { startReviewKinds } from "./internal/start-review-kinds";
import { Email, PersonName, Roles } from "./person-input";

export const AddPersonInput = z.object({ name: PersonName, email: Email, roles: Roles });
export type AddPersonInput = z.input<typeof AddPersonInput>;

/** Adds a person who can sign in once they have set a password with the returned link, which works once, for 24 hours. */
export async function addPerson(
  ctx: RequestContext,
  input: AddPersonInput,
): Promise<{ personId: PersonId; passwordLink: string }> {
  authorize(ctx, "person:write");
  const { name, email, roles } = parseInput(AddPersonInput, input);
  return commit(ctx, async (tx) => {
    const id = newId(ctx.now);
    const { kinds: reviewKinds, events } = startReviewKinds(id, roles, []);
    const { count } = await tx.person.createMany({
      data: { id, name, email, roles, reviewKinds, status: "invited", createdAt: ctx.now },
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError("conflict", "Somebody with this e-mail address is here already.", "email");
    const { url, event } = await makeLink(tx, ctx, { purpose: "set_password", personId: id });
    return {
      result: { personId: id as PersonId, passwordLink: url },
      events: [{ action: "person.added", personId: id, after: { roles } }, ...events, event],
    };
  });
}
