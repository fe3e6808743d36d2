import type { NoticeTopic } from "@/lib/kernel/vocabulary";
import { getEnv } from "@/lib/runtime/env";
import type { MailedItem } from "./load-mailed-items";
import { NOTICE_WORDS, toWhat } from "./notice-words";

export type MailedNotice = {
  id: string;
  topic: NoticeTopic;
  itemId: string | null;
  item: MailedItem | undefined;
  vendorId: string | null;
  vendorName: string | undefined;
};
export type Mail = { subject: string; text: string; html: string };

/** A paragraph of a mail: words, and where they lead. */
type Line = { words: string; link: string | null };

const LINKS_MAX = 10;

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0) ?? 0};`);
const toSentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function toLink({ itemId, vendorId }: Pick<MailedNotice, "itemId" | "vendorId">): string {
  const { consoleUrl } = getEnv();
  if (vendorId !== null) return `${consoleUrl}/vendors/${vendorId}`;
  return itemId === null ? `${consoleUrl}/account/notices` : `${consoleUrl}/inbox?item=${itemId}`;
}

/** What a notice is about: the vendor's name, or "a complaint held for Refund Bot". */
function toAbout({ item, vendorId, vendorName }: MailedNotice): string {
  if (vendorId !== null) return vendorName ?? "a vendor";
  return item === undefined ? "a held item" : toWhat(item.kind, item.agentName);
}

function toDue(dueAt: Date, timeZone: string): string {
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "medium", timeStyle: "short" });
  return `${clock.format(dueAt)} (${timeZone})`;
}

function lay(subject: string, lines: readonly Line[]): Mail {
  const reason =
    "You get this because of your notice settings in Gatehouse. No details are in this mail: follow the link.";
  const text = lines.map(({ words, link }) => (link === null ? words : `${words}\n${link}`));
  const html = lines.map(({ words, link }) =>
    link === null ? `<p>${escapeHtml(words)}</p>` : `<p>${escapeHtml(words)}<br><a href="${link}">${link}</a></p>`,
  );
  return {
    subject: `Gatehouse: ${subject}`,
    text: `${[...text, reason].join("\n\n")}\n`,
    html: `<!doctype html><html lang="en"><body>${html.join("")}<p><small>${reason}</small></p></body></html>`,
  };
}

/** A mail about one notice. Nothing in it is of a customer or of a draft: it says what kind of item, for which agent, and where it is. */
export function writeMail(notice: MailedNotice, timeZone: string): Mail {
  const { topic, item } = notice;
  const { subject, sentence } = NOTICE_WORDS[topic];
  const isDue = item !== undefined && ["item_waiting", "item_due_soon", "item_escalated"].includes(topic);
  const due = isDue ? ` It must be decided by ${toDue(item.dueAt, timeZone)}.` : "";
  return lay(subject, [{ words: `${toSentence(sentence(toAbout(notice)))}${due}`, link: toLink(notice) }]);
}

function toLines(topic: NoticeTopic, notices: readonly MailedNotice[]): Line[] {
  const counted = { words: `${toSentence(NOTICE_WORDS[topic].several(notices.length))}:`, link: null };
  const shown = notices.slice(0, LINKS_MAX).map((notice) => ({
    words: toSentence(toAbout(notice)),
    link: toLink(notice),
  }));
  const others = notices.length - shown.length;
  return [
    counted,
    ...shown,
    ...(others > 0 ? [{ words: `And ${others} more.`, link: toLink({ itemId: null, vendorId: null }) }] : []),
  ];
}

/** One mail about a day's notices: how many of each topic, with links to the first of them. */
export function writeDigest(notices: readonly MailedNotice[]): Mail {
  const byTopic = new Map<NoticeTopic, MailedNotice[]>();
  for (const notice of notices) byTopic.set(notice.topic, [...(byTopic.get(notice.topic) ?? []), notice]);
  const subject = notices.length === 1 ? "1 notice" : `${notices.length} notices`;
  return lay(
    subject,
    [...byTopic].flatMap(([topic, some]) => toLines(topic, some)),
  );
}
