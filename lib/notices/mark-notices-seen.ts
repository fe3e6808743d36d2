import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";

export const MarkNoticesSeenInput = z.object({
  /** Left out: all of them. */
  noticeIds: z.array(z.uuid("names no notice")).min(1).max(500, "name at most 500 notices").optional(),
});
export type MarkNoticesSeenInput = z.input<typeof MarkNoticesSeenInput>;

/** Marks one's own notices as seen, and returns how many were not. No mail goes out about what was seen. */
export async function markNoticesSeen(ctx: RequestContext, input: MarkNoticesSeenInput): Promise<number> {
  authorize(ctx, "notice:write");
  const { personId } = getPersonActor(ctx);
  const { noticeIds } = parseInput(MarkNoticesSeenInput, input);
  const where = { personId, seenAt: null, ...(noticeIds && { id: { in: noticeIds } }) };
  const unseen = await reader().notice.findFirst({ where, select: { id: true } });
  if (unseen === null) return 0;
  return commit(ctx, async (tx) => {
    await tx.notice.updateMany({
      where: { ...where, mailState: "waiting" },
      data: { mailState: "none", mailDueAt: null },
    });
    const { count } = await tx.notice.updateMany({ where, data: { seenAt: ctx.now } });
    return { result: count, events: [{ action: "notice.seen", personId, count }] };
  });
}
