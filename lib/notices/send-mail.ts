import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { NOTICE_TOPICS } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { enqueueMail } from "./internal/enqueue";
import { type DueMail, mailNotices, type MailOutcome } from "./internal/mail-notices";
import { NotDueError } from "./internal/not-due-error";
import { CLOCK_SLACK_MS } from "./internal/retry-times";

export const SendMailInput = z.object({ noticeId: z.uuid("names no notice") });
export type SendMailInput = z.input<typeof SendMailInput>;

const Due = z.object({
  id: z.string(),
  topic: z.enum(NOTICE_TOPICS),
  itemId: z.string().nullable(),
  vendorId: z.string().nullable(),
  attempts: z.number(),
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  wantsMail: z.boolean(),
});

/** Takes a notice whose mail is due, unless it belongs into a digest or another process has it. */
async function lockNotice(tx: Transaction, noticeId: string, dueBefore: Date): Promise<DueMail> {
  const rows = await tx.$queryRaw`
    SELECT n.id, n.topic::text, n.item_id AS "itemId", n.vendor_id AS "vendorId", n.mail_attempts AS attempts, p.id AS "personId", p.name, p.email,
      (p.status = 'active' AND p.notice_mode = 'each') AS "wantsMail"
    FROM notice n JOIN person p ON p.id = n.person_id
    WHERE n.id = ${noticeId}::uuid AND n.mail_state = 'waiting' AND n.mail_due_at <= ${dueBefore} AND p.notice_mode <> 'digest'
    FOR UPDATE OF n SKIP LOCKED`;
  const [row] = z.array(Due).parse(rows);
  if (row === undefined) throw new NotDueError();
  const { personId, name, email, wantsMail, ...notice } = row;
  return { person: { id: personId, name, email, wantsMail }, notices: [notice], isDigest: false };
}

/** Mails one notice that is due to its person. What is not taken is tried again after a minute, five, thirty, two hours and eight. */
export async function sendMail(ctx: RequestContext, input: SendMailInput): Promise<MailOutcome> {
  authorize(ctx, "notice:send");
  const { noticeId } = parseInput(SendMailInput, input);
  const dueBefore = new Date(ctx.now.getTime() + CLOCK_SLACK_MS);
  try {
    return await commit(ctx, async (tx) => {
      const due = await lockNotice(tx, noticeId, dueBefore);
      const { result, events } = await mailNotices(tx, ctx.now, due);
      if (result.retryAt !== null) await enqueueMail(tx, [noticeId], result.retryAt);
      return { result: result.outcome, events };
    });
  } catch (error) {
    if (error instanceof NotDueError) return "ignored";
    throw error;
  }
}
