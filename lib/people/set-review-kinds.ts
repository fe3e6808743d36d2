import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockPersonAndAdmins } from "./internal/lock-person";
import { PersonIdInput } from "./person-input";

export const SetReviewKindsInput = PersonIdInput.extend({
  /** At least one, without repeats, the graver first. Who shall review nothing loses the role instead. */
  kinds: z
    .array(z.enum(TRIAGE_KINDS, { error: "is not a kind" }), { error: "choose at least one kind" })
    .min(1, { error: "choose at least one kind, or take the role reviewer away" })
    .transform((kinds) => TRIAGE_KINDS.filter((kind) => kinds.includes(kind))),
});
export type SetReviewKindsInput = z.input<typeof SetReviewKindsInput>;

/** Says which kinds of held items a reviewer decides about, from their next decision on. Throws `conflict` for who is no reviewer. */
export async function setReviewKinds(ctx: RequestContext, input: SetReviewKindsInput): Promise<void> {
  authorize(ctx, "person:write");
  const { personId, kinds } = parseInput(SetReviewKindsInput, input);
  return commit(ctx, async (tx) => {
    const { person } = await lockPersonAndAdmins(tx, personId);
    if (!person.roles.includes("reviewer"))
      throw new DomainError("conflict", "This person is no reviewer: give them the role first.");
    await tx.person.update({ where: { id: personId }, data: { reviewKinds: kinds } });
    const event = {
      action: "person.review_kinds_changed",
      personId,
      before: person.reviewKinds,
      after: kinds,
    } as const;
    return { result: undefined, events: [event] };
  });
}
