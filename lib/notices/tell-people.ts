import type { Transaction } from "@/lib/db/client";
import type { MailState } from "@/lib/db/generated/client";
import type { NoticeMode, NoticeTopic } from "@/lib/kernel/vocabulary";
import { getEnv } from "@/lib/runtime/env";
import { newId } from "@/lib/runtime/new-id";
import { enqueueMail } from "./internal/enqueue";
import { loadDigestTime } from "./internal/load-digest-time";

export type PeopleNews = {
  topic: NoticeTopic;
  itemId: string | null;
  /** The vendor that it is about, where it is about one. */
  vendorId?: string;
  /** Each is told once; those who are not active are left out. */
  personIds: readonly string[];
};

type Mail = { mailState: MailState; mailDueAt: Date | null };

function toMail(mode: NoticeMode, now: Date, digestAt: Date): Mail {
  if (mode === "off" || getEnv().smtpUrl === undefined) return { mailState: "none", mailDueAt: null };
  return { mailState: "waiting", mailDueAt: mode === "digest" ? digestAt : now };
}

/** Tells people something in the transaction in which it happens: in the product at once, by mail as each of them wants it. */
export async function tellPeople(
  tx: Transaction,
  now: Date,
  { topic, itemId, vendorId, personIds }: PeopleNews,
): Promise<void> {
  if (personIds.length === 0) return;
  const people = await tx.person.findMany({
    where: { id: { in: [...new Set(personIds)] }, status: "active" },
    select: { id: true, noticeMode: true },
    orderBy: { id: "asc" },
  });
  const hasDigest = people.some(({ noticeMode }) => noticeMode === "digest");
  const digestAt = hasDigest ? await loadDigestTime(tx, now) : now;
  const notices = people.map(({ id: personId, noticeMode }) => ({
    notice: {
      id: newId(now),
      personId,
      topic,
      itemId,
      vendorId: vendorId ?? null,
      createdAt: now,
      ...toMail(noticeMode, now, digestAt),
    },
    isMailedAtOnce: noticeMode === "each",
  }));
  await tx.notice.createMany({ data: notices.map(({ notice }) => notice) });
  const mailed = notices.filter(({ notice, isMailedAtOnce }) => isMailedAtOnce && notice.mailState === "waiting");
  await enqueueMail(
    tx,
    mailed.map(({ notice }) => notice.id),
  );
}
