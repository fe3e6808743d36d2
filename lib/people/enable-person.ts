import type { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { PersonIdInput } from "./person-input";

export const EnablePersonInput = PersonIdInput;
export type EnablePersonInput = z.input<typeof EnablePersonInput>;

/** Undoes disabling. Somebody who never set a password is invited again and needs a new link. */
export async function enablePerson(ctx: RequestContext, input: EnablePersonInput): Promise<void> {
  authorize(ctx, "person:write");
  const { personId } = parseInput(EnablePersonInput, input);
  return commit(ctx, async (tx) => {
    const withPassword = { id: personId, status: "disabled", passwordHash: { not: null } } as const;
    const active = await tx.person.updateMany({ where: withPassword, data: { status: "active" } });
    const invited = await tx.person.updateMany({
      where: { id: personId, status: "disabled" },
      data: { status: "invited" },
    });
    if (active.count + invited.count === 0) throw new DomainError("conflict", "This person is not disabled.");
    return { result: undefined, events: [{ action: "person.enabled", personId }] };
  });
}
