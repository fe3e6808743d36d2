import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";

/** The log's newest signed checkpoint (C2SP tlog-checkpoint). Throws `not_found` before the log has begun. */
export async function getCheckpoint(ctx: RequestContext): Promise<string> {
  authorize(ctx, "log:read");
  const head = await reader().logHead.findUnique({ where: { id: 1 }, select: { note: true } });
  if (head === null) throw new DomainError("not_found", "The log has not begun yet: the jobs' process begins it.");
  return head.note;
}
