import { commit } from "@/lib/audit/commit";
import type { AuditEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import { newSystemContext } from "@/lib/identity/new-context";

/** Something that a test needs an event for, done as a verb would. */
export async function commitInTest<Result>(
  work: (tx: Transaction) => Promise<Result>,
  event?: AuditEvent,
): Promise<Result> {
  const fallback: AuditEvent = { action: "sign_in.tidied", links: 0, throttles: 0 };
  return commit(newSystemContext("cli"), async (tx) => ({ result: await work(tx), events: [event ?? fallback] }));
}
