import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { NOTICE_MODES, type NoticeMode } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { enqueueMail } from "./internal/enqueue";
import { loadDigestTime } from "./internal/load-digest-time";

export const SetNoticeModeInput = z.object({ mode: z.enum(NOTICE_MODES, "must be each, digest or off") });
export type SetNoticeModeInput = z.input<typeof SetNoticeModeInput>;

/** What waits to be mailed goes the new way. */
async function redirectWaiting(tx: Transaction, now: Date, personId: string, mode: NoticeMode): Promise<void> {
  const where = { personId, mailState: "waiting" } as const;
  if (mode === "off") {
    await tx.notice.updateMany({ where, data: { mailState: "none", mailDueAt: null } });
    return;
  }
  const mailDueAt = mode === "digest" ? await loadDigestTime(tx, now) : now;
  const notices = await tx.notice.updateManyAndReturn({ where, data: { mailDueAt }, select: { id: true } });
  if (mode === "each") {
    await enqueueMail(
      tx,
      notices.map(({ id }) => id),
    );
  }
}

/** Sets how one gets notices by mail: each at once, one digest at 08:00, or none. */
export async function setNoticeMode(ctx: RequestContext, input: SetNoticeModeInput): Promise<void> {
  authorize(ctx, "notice:write");
  const { personId } = getPersonActor(ctx);
  const { mode } = parseInput(SetNoticeModeInput, input);
  return commit(ctx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
    const { noticeMode: before } = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { noticeMode: true },
    });
    await tx.person.update({ where: { id: personId }, data: { noticeMode: mode }, select: { id: true } });
    await redirectWaiting(tx, ctx.now, personId, mode);
    return { result: undefined, events: [{ action: "notice.mode_changed", personId, before, after: mode }] };
  });
}
