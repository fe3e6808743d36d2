import type { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockPersonAndAdmins } from "./internal/lock-person";
import { makeLink } from "./internal/one-time-link";
import { PersonIdInput } from "./person-input";

export const MakePasswordLinkInput = PersonIdInput;
export type MakePasswordLinkInput = z.input<typeof MakePasswordLinkInput>;

/** A link with which the person sets a new password; earlier ones stop working. The old password works until then. */
export async function makePasswordLink(
  ctx: RequestContext,
  input: MakePasswordLinkInput,
): Promise<{ passwordLink: string }> {
  authorize(ctx, "person:write");
  const { personId } = parseInput(MakePasswordLinkInput, input);
  return commit(ctx, async (tx) => {
    const { person } = await lockPersonAndAdmins(tx, personId);
    if (person.status === "disabled") throw new DomainError("conflict", "This person is disabled: enable them first.");
    const { url, event } = await makeLink(tx, ctx, { purpose: "set_password", personId });
    return { result: { passwordLink: url }, events: [event] };
  });
}
