import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addTestAgent, addTestPerson } from "@/lib/agents/agents-fixture";
import { runSql } from "@/lib/catalog/test-discovery";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { testContext, testPerson } from "@/lib/identity/test-contexts";
import type { NoticeMode, NoticeTopic } from "@/lib/kernel/vocabulary";
import { addTestItem, CUSTOMERS_WORDS } from "@/lib/reviews/clock-fixture";
import { forgetEnv } from "@/lib/runtime/env";
import { newId } from "@/lib/runtime/new-id";
import { listDueDigests } from "./list-due-digests";
import { listDueMail } from "./list-due-mail";
import { listNotices } from "./list-notices";
import { markNoticesSeen } from "./mark-notices-seen";
import { commitInTest } from "./notices-fixture";
import { sendDigest } from "./send-digest";
import { sendMail } from "./send-mail";
import { setNoticeMode } from "./set-notice-mode";
import { tellPeople } from "./tell-people";

const database = await createTestDatabase();
const ownerId = await addTestPerson();
const agentId = await addTestAgent(ownerId, ownerId, "Refund Bot <b>");
const NOW = new Date("2026-11-24T09:00:00Z");
const later = (minutes: number, from = NOW) => new Date(from.getTime() + minutes * 60_000);
const jobs = (now = NOW) => testContext({ kind: "system", process: "jobs" }, now);
const person = (personId: string, now = NOW) => testPerson(["reviewer"], personId, now);

type Received = { from: string; to: string[]; raw: string; text: string };
/** How the server of a test behaves, step by step. */
type Behaviour = { refuse?: "rcpt" | "data" | undefined; delayMs?: number; port?: number; account?: string };

const decode = (raw: string) =>
  raw
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const stops: (() => Promise<void>)[] = [];

/** A real mail server on this machine. */
async function startMailServer(behaviour: Behaviour = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: behaviour.account === undefined,
    disabledCommands: behaviour.account === undefined ? ["STARTTLS", "AUTH"] : ["STARTTLS"],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username, password }, _, done) => {
      if (`${username}:${password}` === behaviour.account) done(null, { user: username ?? "" });
      else done(new Error("no such account"));
    },
    onRcptTo: (_address, _session, done) => {
      done(behaviour.refuse === "rcpt" ? Object.assign(new Error("try later"), { responseCode: 451 }) : null);
    },
    onData: (stream, session, done) => {
      let raw = "";
      stream.setEncoding("utf8").on("data", (text: string) => {
        raw += text;
      });
      stream.on("end", () => {
        if (behaviour.refuse === "data") return done(Object.assign(new Error("full"), { responseCode: 452 }));
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        received.push({ from, to: rcptTo.map(({ address }) => address), raw, text: decode(raw) });
        return setTimeout(done, behaviour.delayMs ?? 0);
      });
    },
  });
  server.listen(behaviour.port ?? 0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(resolve));
  stops.push(stop);
  return { port, received, behaviour, stop };
}

function useServer(port: number | null, account = ""): void {
  if (port === null) delete process.env["GATEHOUSE_SMTP_URL"];
  else process.env["GATEHOUSE_SMTP_URL"] = `smtp://${account}127.0.0.1:${port}`;
  process.env["GATEHOUSE_MAIL_FROM"] = "Gatehouse <gatehouse@example.com>";
  process.env["GATEHOUSE_CONSOLE_URL"] = "https://gatehouse.example.com";
  forgetEnv();
}

beforeEach(() => useServer(9));
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function addReader(mode: NoticeMode = "each"): Promise<string> {
  const personId = await addTestPerson(["reviewer"]);
  if (mode !== "each") await setNoticeMode(person(personId), { mode });
  return personId;
}

async function tell(personId: string, topic: NoticeTopic = "item_waiting", itemId: string | null = null, now = NOW) {
  await commitInTest((tx) => tellPeople(tx, now, { topic, itemId, personIds: [personId] }));
  return lastNotice(personId);
}

function lastNotice(personId: string) {
  return reader().notice.findFirstOrThrow({ where: { personId }, orderBy: { id: "desc" } });
}

async function outcomes(personId: string): Promise<string[]> {
  const events = await reader().auditEvent.findMany({
    where: { action: "notice.mailed", text: { contains: personId } },
    orderBy: { id: "asc" },
  });
  return events.map(({ text }) => (JSON.parse(text) as { outcome: string }).outcome);
}

const item = (over = {}) => addTestItem({ agentId, createdAt: NOW, dueAt: later(240), ...over });

describe("a notice", () => {
  test("is mailed to its person with what kind of item it is, for which agent, by when, and a link; nothing of the customer", async () => {
    const { port, received } = await startMailServer();
    useServer(port);
    const personId = await addReader();
    const itemId = await item({ kinds: ["payment_dispute"] });
    const { id: noticeId } = await tell(personId, "item_waiting", itemId);
    expect(await sendMail(jobs(), { noticeId })).toBe("sent");
    const [mail] = received;
    expect(mail).toMatchObject({ from: "gatehouse@example.com", to: [`${personId}@example.com`] });
    expect(mail?.raw).toContain("Subject: Gatehouse: A held item waits for a decision");
    expect(mail?.raw).toContain("Auto-Submitted: auto-generated");
    expect(mail?.text).toContain(
      "A payment dispute held for Refund Bot <b> waits for a decision. It must be decided by 24 Nov 2026, 13:00 (UTC).",
    );
    expect(mail?.text).toContain("Refund Bot &#60;b&#62;");
    expect(mail?.text).toContain(`\nhttps://gatehouse.example.com/inbox?item=${itemId}`);
    expect(mail?.text).not.toContain(CUSTOMERS_WORDS);
    expect(await lastNotice(personId)).toMatchObject({ mailState: "sent", mailAttempts: 1, mailDueAt: null });
    expect(await outcomes(personId)).toEqual(["sent"]);
    expect(await sendMail(jobs(), { noticeId })).toBe("ignored");
  });

  test.each(["rcpt", "data"] as const)(
    "that the server refuses at %s is sent later under the same id",
    async (refuse) => {
      const { port, received, behaviour } = await startMailServer({ refuse });
      useServer(port);
      const personId = await addReader();
      const { id: noticeId } = await tell(personId);
      expect(await sendMail(jobs(), { noticeId })).toBe("retry");
      const notice = await lastNotice(personId);
      expect(notice).toMatchObject({ mailState: "waiting", mailAttempts: 1, mailDueAt: later(1) });
      expect(await sendMail(jobs(), { noticeId }), "before it is due").toBe("ignored");
      behaviour.refuse = undefined;
      expect(await sendMail(jobs(later(1)), { noticeId })).toBe("sent");
      expect(received).toHaveLength(1);
      expect(received[0]?.raw).toMatch(new RegExp(`Message-ID: <${noticeId}@gatehouse.example.com>`, "i"));
      expect(await outcomes(personId)).toEqual(["retry", "sent"]);
    },
  );

  test("waits while the server is down: a minute, five, thirty, two hours, eight, and is then given up", async () => {
    const personId = await addReader();
    const { id: noticeId } = await tell(personId);
    const waits: number[] = [];
    let now = NOW;
    while ((await sendMail(jobs(now), { noticeId })) === "retry") {
      const { mailDueAt } = await lastNotice(personId);
      waits.push(((mailDueAt?.getTime() ?? 0) - now.getTime()) / 60_000);
      now = mailDueAt ?? now;
    }
    expect(waits).toEqual([1, 5, 30, 120, 480]);
    expect(await lastNotice(personId)).toMatchObject({ mailState: "failed", mailAttempts: 6, mailDueAt: null });
    expect(await outcomes(personId)).toEqual(["retry", "retry", "retry", "retry", "retry", "failed"]);
  });

  test("goes out once the server is up again", async () => {
    const { port, stop } = await startMailServer();
    await stop();
    useServer(port);
    const personId = await addReader();
    const { id: noticeId } = await tell(personId);
    expect(await sendMail(jobs(), { noticeId })).toBe("retry");
    const { received } = await startMailServer({ port });
    expect(await listDueMail(jobs(later(2)))).toContain(noticeId);
    expect(await sendMail(jobs(later(2)), { noticeId })).toBe("sent");
    expect(received).toHaveLength(1);
  });

  test("is sent by one of several processes only", async () => {
    const { port, received } = await startMailServer({ delayMs: 300 });
    useServer(port);
    const { id: noticeId } = await tell(await addReader());
    const results = await Promise.all([1, 2, 3, 4].map(() => sendMail(jobs(), { noticeId })));
    expect(results.sort()).toEqual(["ignored", "ignored", "ignored", "sent"]);
    expect(received).toHaveLength(1);
  });

  test("is not lost to a server that never answers: it is tried again", async () => {
    const { port } = await startMailServer({ delayMs: 60_000 });
    useServer(port);
    const personId = await addReader();
    const { id: noticeId } = await tell(personId);
    const started = performance.now();
    expect(await sendMail(jobs(), { noticeId })).toBe("retry");
    expect(performance.now() - started).toBeLessThan(15_000);
  }, 40_000);

  test("goes out with the account's password where the server wants one", async () => {
    const { port, received } = await startMailServer({ account: "gate:p@ss" });
    useServer(port, "gate:p%40ss@");
    expect(await sendMail(jobs(), { noticeId: (await tell(await addReader())).id })).toBe("sent");
    useServer(port, "gate:wrong@");
    expect(await sendMail(jobs(), { noticeId: (await tell(await addReader())).id })).toBe("retry");
    expect(received).toHaveLength(1);
  });

  test("is in the product at once, and nowhere else where no mail server is set", async () => {
    useServer(null);
    const personId = await addReader();
    await tell(personId);
    const { rows, unseen, isMailSetUp } = await listNotices(person(personId), {});
    expect([rows.length, unseen, isMailSetUp]).toEqual([1, 1, false]);
    expect(await lastNotice(personId)).toMatchObject({ mailState: "none", mailDueAt: null });
    expect(await listDueMail(jobs(later(60)))).toEqual([]);
  });

  test("reaches each of several people once, and nobody who is not active", async () => {
    const [one, two, gone] = [await addReader(), await addReader(), await addReader()];
    await runSql(database.superuserUrl, `UPDATE person SET status = 'disabled' WHERE id = '${gone}'`);
    await commitInTest((tx) =>
      tellPeople(tx, NOW, { topic: "item_waiting", itemId: null, personIds: [one, two, one, gone, newId(NOW)] }),
    );
    const counts = await Promise.all(
      [one, two, gone].map((personId) => reader().notice.count({ where: { personId } })),
    );
    expect(counts).toEqual([1, 1, 0]);
  });

  test("is not mailed when it was seen, when the person left, or when somebody decided meanwhile", async () => {
    const { port, received } = await startMailServer();
    useServer(port);
    const [seer, leaver, late] = [await addReader(), await addReader(), await addReader()];
    const seen = await tell(seer);
    expect(await markNoticesSeen(person(seer), {})).toBe(1);
    expect(await sendMail(jobs(), { noticeId: seen.id })).toBe("ignored");
    const left = await tell(leaver);
    await runSql(database.superuserUrl, `UPDATE person SET status = 'disabled' WHERE id = '${leaver}'`);
    expect(await sendMail(jobs(), { noticeId: left.id })).toBe("dropped");
    const decided = await tell(late, "item_due_soon", await item({ state: "decided" }));
    expect(await sendMail(jobs(), { noticeId: decided.id })).toBe("dropped");
    const told = await tell(late, "item_answered", await item({ state: "decided" }));
    expect(await sendMail(jobs(), { noticeId: told.id })).toBe("sent");
    expect(received).toHaveLength(1);
    expect(await outcomes(leaver)).toEqual(["dropped"]);
  });
});

describe("a digest", () => {
  test("is one mail a day at 08:00 where people work, with how many of each and links", async () => {
    const { port, received } = await startMailServer();
    useServer(port);
    await runSql(database.superuserUrl, "UPDATE review_setting SET time_zone = 'America/New_York'");
    const personId = await addReader("digest");
    const items = [await item(), await item({ kinds: ["legal_issue"] })];
    for (const itemId of items) await tell(personId, "item_waiting", itemId);
    await tell(personId, "item_answered", items[0]);
    const eight = new Date("2026-11-24T13:00:00Z");
    expect(await lastNotice(personId)).toMatchObject({ mailState: "waiting", mailDueAt: eight });
    expect(await listDueDigests(jobs(later(-1, eight)))).not.toContain(personId);
    expect(await sendDigest(jobs(later(-1, eight)), { personId })).toBe("ignored");
    expect(await sendMail(jobs(eight), { noticeId: (await lastNotice(personId)).id })).toBe("ignored");
    expect(await listDueDigests(jobs(eight))).toContain(personId);
    const sent = await Promise.all([1, 2, 3].map(() => sendDigest(jobs(eight), { personId })));
    expect(sent.sort()).toEqual(["ignored", "ignored", "sent"]);
    expect(received).toHaveLength(1);
    const text = received[0]?.text ?? "";
    expect(text).toContain("Subject: Gatehouse: 3 notices");
    expect(text).toContain("2 held items waiting for a decision:");
    expect(text).toContain("1 held item about which you were answered:");
    for (const itemId of items) expect(text).toContain(`https://gatehouse.example.com/inbox?item=${itemId}`);
    expect(text).not.toContain(CUSTOMERS_WORDS);
    await tell(personId, "item_waiting", null, eight);
    expect((await lastNotice(personId)).mailDueAt).toEqual(new Date("2026-11-25T13:00:00Z"));
    await runSql(database.superuserUrl, "UPDATE review_setting SET time_zone = 'UTC'");
  });

  test("that the server refuses is sent later, whole", async () => {
    const { port, received, behaviour } = await startMailServer({ refuse: "data" });
    useServer(port);
    const personId = await addReader("digest");
    await tell(personId);
    await tell(personId);
    const eight = new Date("2026-11-25T08:00:00Z");
    expect(await sendDigest(jobs(eight), { personId })).toBe("retry");
    behaviour.refuse = undefined;
    expect(await sendDigest(jobs(later(1, eight)), { personId })).toBe("sent");
    expect(received.map(({ raw }) => /Subject: (.*)\r/.exec(raw)?.[1])).toEqual(["Gatehouse: 2 notices"]);
    expect(await reader().notice.count({ where: { personId, mailState: "sent", mailAttempts: 2 } })).toBe(2);
  });

  test("shows ten links of a topic, says how many more there are, and leaves out what is decided", async () => {
    const { port, received } = await startMailServer();
    useServer(port);
    const personId = await addReader("digest");
    const open = await item();
    const done = await item({ state: "decided" });
    for (let index = 0; index < 12; index += 1) await tell(personId, "item_waiting", open);
    await tell(personId, "item_waiting", done);
    expect(await sendDigest(jobs(new Date("2026-11-25T08:00:00Z")), { personId })).toBe("sent");
    const [text = ""] = received.map((mail) => mail.text);
    expect(text).toContain("12 held items waiting for a decision:");
    expect(text).toContain("And 2 more.");
    expect(text).not.toContain(done);
    expect((await outcomes(personId)).sort()).toEqual(["dropped", "sent"]);
  });
});

describe("how a person gets notices", () => {
  test("is that person's own choice, with an event, and what waits goes the new way", async () => {
    const personId = await addReader();
    await tell(personId);
    await setNoticeMode(person(personId), { mode: "digest" });
    expect((await lastNotice(personId)).mailDueAt).toEqual(new Date("2026-11-25T08:00:00Z"));
    await setNoticeMode(person(personId), { mode: "each" });
    expect((await lastNotice(personId)).mailDueAt).toEqual(NOW);
    await setNoticeMode(person(personId), { mode: "off" });
    expect(await lastNotice(personId)).toMatchObject({ mailState: "none", mailDueAt: null });
    expect(await tell(personId)).toMatchObject({ mailState: "none" });
    expect((await listNotices(person(personId), {})).mode).toBe("off");
    const { text } = await reader().auditEvent.findFirstOrThrow({
      where: { action: "notice.mode_changed", text: { contains: personId } },
      orderBy: { id: "desc" },
    });
    expect(JSON.parse(text)).toMatchObject({ personId, before: "each", after: "off" });
    await expect(setNoticeMode(person(personId), { mode: "loud" as NoticeMode })).rejects.toMatchObject({
      field: "mode",
    });
  });

  test("shows each only their own, page by page, and what was seen stays seen", async () => {
    const [mine, other] = [await addReader(), await addReader()];
    const itemId = await item();
    await commitInTest(async (tx) => {
      for (let index = 0; index < 60; index += 1) {
        await tellPeople(tx, NOW, { topic: "item_due_soon", itemId, personIds: [mine, other] });
      }
    });
    const first = await listNotices(person(mine), {});
    const second = await listNotices(person(mine), { after: first.next ?? undefined });
    expect([first.rows.length, second.rows.length, second.next, first.unseen]).toEqual([50, 10, null, 60]);
    expect(first.rows[0]?.item).toEqual({ id: itemId, kind: "complaint", state: "open", agentName: "Refund Bot <b>" });
    const others = (await listNotices(person(other), {})).rows.map(({ id }) => id);
    expect(await markNoticesSeen(person(mine), { noticeIds: others })).toBe(0);
    expect(await markNoticesSeen(person(mine), { noticeIds: [first.rows[0]?.id ?? ""] })).toBe(1);
    expect(await markNoticesSeen(person(mine), {})).toBe(59);
    expect(await listNotices(person(mine), { isUnseen: true })).toMatchObject({ rows: [], unseen: 0 });
    expect((await listNotices(person(other), {})).unseen).toBe(60);
  });
});
