import type { AuditEvent, OneOrMore } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import type { NoticeTopic } from "@/lib/kernel/vocabulary";
import { getEnv } from "@/lib/runtime/env";
import { isPointless, loadMailedItems, loadMailedVendors } from "./load-mailed-items";
import { NotDueError } from "./not-due-error";
import { MAIL_WAITS_MS, toRetryTime } from "./retry-times";
import { sendBySmtp } from "./send-by-smtp";
import { type Mail, type MailedNotice, writeDigest, writeMail } from "./write-mail";

/** Notices of one person that are due, locked by the caller. */
export type DueMail = {
  person: { id: string; name: string; email: string; wantsMail: boolean };
  notices: readonly {
    id: string;
    topic: NoticeTopic;
    itemId: string | null;
    vendorId: string | null;
    attempts: number;
  }[];
  isDigest: boolean;
};

/** `dropped`: nobody needs it any more. `ignored`: it is not due, or another process is at it. */
export type MailOutcome = "sent" | "retry" | "failed" | "dropped" | "ignored";

type Settled = { result: { outcome: MailOutcome; retryAt: Date | null }; events: OneOrMore<AuditEvent> };

function write(tx: Transaction, isDigest: boolean, notices: readonly MailedNotice[]): Promise<Mail> | Mail {
  const [first] = notices;
  if (isDigest || first === undefined) return writeDigest(notices);
  const zone = tx.reviewSetting.findUniqueOrThrow({ where: { id: 1 }, select: { timeZone: true } });
  return zone.then(({ timeZone }) => writeMail(first, timeZone));
}

/** Stores what became of some notices' mail. */
async function settle(
  tx: Transaction,
  now: Date,
  { person, notices }: DueMail,
  ids: readonly string[],
  outcome: "sent" | "not_sent" | "dropped",
): Promise<Settled> {
  const attempts = Math.max(0, ...notices.map((notice) => notice.attempts)) + (outcome === "dropped" ? 0 : 1);
  const retryAt = outcome === "not_sent" ? toRetryTime(now, attempts, MAIL_WAITS_MS) : null;
  const told = outcome === "not_sent" ? (retryAt === null ? "failed" : "retry") : outcome;
  const mailState = ({ sent: "sent", retry: "waiting", failed: "failed", dropped: "none" } as const)[told];
  await tx.notice.updateMany({
    where: { id: { in: [...ids] } },
    data: { mailState, mailAttempts: attempts, mailDueAt: retryAt },
  });
  const event: AuditEvent = { action: "notice.mailed", personId: person.id, noticeIds: [...ids], outcome: told };
  return { result: { outcome: told, retryAt }, events: [event] };
}

/**
 * Sends one mail about notices that are due and stores what came of it, inside the transaction that has them locked: no other process
 * sends them too, and when this one dies they are free at once. Sending is at least once, under one id.
 */
export async function mailNotices(tx: Transaction, now: Date, due: DueMail): Promise<Settled> {
  const server = getEnv().smtpUrl;
  if (server === undefined) throw new NotDueError();
  const items = await loadMailedItems(
    tx,
    due.notices.map(({ itemId }) => itemId),
  );
  const vendors = await loadMailedVendors(
    tx,
    due.notices.map(({ vendorId }) => vendorId),
  );
  const all = due.notices.map((notice) => ({
    ...notice,
    item: items.get(notice.itemId ?? ""),
    vendorName: vendors.get(notice.vendorId ?? ""),
  }));
  const wanted = due.person.wantsMail ? all.filter(({ topic, item }) => !isPointless(topic, item)) : [];
  const dropped = all.filter((notice) => !wanted.includes(notice)).map(({ id }) => id);
  const drop = dropped.length > 0 ? await settle(tx, now, due, dropped, "dropped") : null;
  const [first] = wanted;
  if (first === undefined) {
    if (drop === null) throw new NotDueError();
    return drop;
  }
  const mail = await write(tx, due.isDigest, wanted);
  const to = { name: due.person.name, address: due.person.email };
  const isSent = await sendBySmtp(server, to, mail, first.id);
  const ids = wanted.map(({ id }) => id);
  const { result, events } = await settle(tx, now, due, ids, isSent ? "sent" : "not_sent");
  return { result, events: [...events, ...(drop?.events ?? [])] };
}
