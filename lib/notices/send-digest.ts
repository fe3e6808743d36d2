import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { NOTICE_TOPICS } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { enqueueDigest } from "./internal/enqueue";
import { type DueMail, mailNotices, type MailOutcome } from "./internal/mail-notices";
import { NotDueError } from "./internal/not-due-error";
import { CLOCK_SLACK_MS } from "./internal/retry-times";

export const SendDigestInput = z.object({ personId: z.uuid("names no person") });
export type SendDigestInput = z.input<typeof SendDigestInput>;

/** More than this goes into a second mail. */
const NOTICES_MAX = 1000;

const Due = z.object({
  id: z.string(),
  topic: z.enum(NOTICE_TOPICS),
  itemId: z.string().nullable(),
  vendorId: z.string().nullable(),
  attempts: z.number(),
});

/** Takes all that is due for the person, unless another process is at that person's digest. */
async function lockDigest(tx: Transaction, personId: string, dueBefore: Date): Promise<DueMail> {
  const locked =
    await tx.$queryRaw`SELECT pg_try_advisory_xact_lock(hashtextextended(${`digest:${personId}`}, 0)) AS done`;
  const [{ done } = { done: false }] = z.array(z.object({ done: z.boolean() })).parse(locked);
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: { id: true, name: true, email: true, status: true, noticeMode: true },
  });
  if (!done || person === null || person.noticeMode !== "digest") throw new NotDueError();
  const rows = await tx.$queryRaw`
    SELECT id, topic::text, item_id AS "itemId", vendor_id AS "vendorId", mail_attempts AS attempts FROM notice
    WHERE person_id = ${personId}::uuid AND mail_state = 'waiting' AND mail_due_at <= ${dueBefore}
    ORDER BY id LIMIT ${NOTICES_MAX} FOR UPDATE SKIP LOCKED`;
  const { status, noticeMode: _, ...addressee } = person;
  return {
    person: { ...addressee, wantsMail: status === "active" },
    notices: z.array(Due).parse(rows),
    isDigest: true,
  };
}

/** Mails a person one digest of the notices that are due. Tried again as a single mail is. */
export async function sendDigest(ctx: RequestContext, input: SendDigestInput): Promise<MailOutcome> {
  authorize(ctx, "notice:send");
  const { personId } = parseInput(SendDigestInput, input);
  const dueBefore = new Date(ctx.now.getTime() + CLOCK_SLACK_MS);
  try {
    return await commit(ctx, async (tx) => {
      const due = await lockDigest(tx, personId, dueBefore);
      const { result, events } = await mailNotices(tx, ctx.now, due);
      if (result.retryAt !== null) await enqueueDigest(tx, personId, result.retryAt);
      return { result: result.outcome, events };
    });
  } catch (error) {
    if (error instanceof NotDueError) return "ignored";
    throw error;
  }
}
