import type { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { endSessions } from "./internal/end-sessions";
import { PersonIdInput } from "./person-input";

export const EndPersonSessionsInput = PersonIdInput;
export type EndPersonSessionsInput = z.input<typeof EndPersonSessionsInput>;

/** Signs a person out everywhere and returns of how many sessions. Throws `conflict` when there is none. */
export async function endPersonSessions(ctx: RequestContext, input: EndPersonSessionsInput): Promise<number> {
  authorize(ctx, "person:write");
  const { personId } = parseInput(EndPersonSessionsInput, input);
  return commit(ctx, async (tx) => {
    const [first, ...others] = await endSessions(tx, { personId }, "ended_by_admin");
    if (!first) throw new DomainError("conflict", "This person is not signed in anywhere.");
    return { result: 1 + others.length, events: [first, ...others] };
  });
}
