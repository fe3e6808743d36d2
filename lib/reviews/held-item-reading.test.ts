import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findInDatabase } from "@/lib/db/find-in-database";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { grantTestScope, makeTestData } from "@/lib/gateway/gateway-fixture";
import { readDataset } from "@/lib/gateway/read-dataset";
import type { Json } from "@/lib/kernel/canonical-json";
import { commitInTest } from "@/lib/notices/notices-fixture";
import { askAboutHeldItem } from "./ask-about-held-item";
import { claimHeldItem } from "./claim-held-item";
import { correctTriage } from "./correct-triage";
import { exportExamples } from "./export-examples";
import { getHeldItem, HELD_ITEM_VERBS, type HeldItemDetail, type TextPiece } from "./get-held-item";
import { giveSecondLook } from "./give-second-look";
import { hidePersonalData, maskJson } from "./internal/mask-values";
import { listHeldItems } from "./list-held-items";
import { listSecondLooks } from "./list-second-looks";
import { openSecondLook } from "./open-second-look";
import { rejectHeldItem } from "./reject-held-item";
import { revealHeldItem } from "./reveal-held-item";
import {
  addReviewedAgent,
  addReviewer,
  approveAs,
  COMPLAINT_TEXT,
  holdMessage,
  LEGAL_TEXT,
  listItemEvents,
  see,
} from "./reviews-fixture";
import { submitMessage } from "./submit-message";

const database = await createTestDatabase();
const data = await makeTestData(
  "CREATE TABLE customers (id int PRIMARY KEY, city text); INSERT INTO customers VALUES (81234, 'Ulm'), (81235, 'Bonn')",
  { customers: "id" },
);
const agent = await addReviewedAgent();
await grantTestScope(agent.agentId, data, { dataset: "customers", fields: { id: "clear", city: "clear" } });
const ada = await addReviewer();

const CARD = "4111 1111 1111 1111";
const EMAIL = "wilhelmine.grau@mail.example";
const TEXT = `I want to complain: my card ${CARD} was charged twice. Write to ${EMAIL}. My number is 81234.`;

const plainOf = (pieces: readonly TextPiece[]) => pieces.map(({ text }) => text).join("");
const all = (item: HeldItemDetail) => JSON.stringify(item);

describe("an item that is opened", () => {
  it("hides customers' values in every text and every string of an action, and keeps what moves money", async () => {
    const itemId = await holdMessage(agent, {
      text: TEXT,
      reply: `Dear customer, we wrote to ${EMAIL}.`,
      subject: { dataset: "customers", id: 81234 },
      case: `T-1 ${EMAIL}`,
      customerFlags: [`vip ${EMAIL}`],
      action: {
        type: "custom",
        name: "change_address",
        amount: "12.50",
        currency: "EUR",
        data: { to: EMAIL, card: 4111111111111111, keep: 7, deep: [{ [EMAIL]: true }, null, 1.5] },
      },
    });
    const item = await getHeldItem(ada.ctx(), itemId);
    for (const secret of [CARD, EMAIL, "wilhelmine", "81234", "4111111111111111"])
      expect(all(item)).not.toContain(secret);
    expect(item.thread).toHaveLength(1);
    expect(item.thread[0]?.pieces.flatMap(({ hidden }) => hidden ?? [])).toEqual(
      expect.arrayContaining(["payment_card", "email", "other_id"]),
    );
    expect(item.subject).toMatch(/^customers •••/);
    expect(item.proposals[0]?.action).toMatchObject({
      type: "custom",
      name: "change_address",
      amount: "12.50",
      currency: "EUR",
      data: { keep: 7, deep: [expect.anything(), null, 1.5] },
    });
    expect(item.isRevealed).toBe(false);
  });

  it("shows the words that decided, and says so of no others", async () => {
    const itemId = await holdMessage(agent, { text: LEGAL_TEXT });
    const { thread, findings, kinds } = await getHeldItem(ada.ctx(), itemId);
    expect(kinds).toContain("legal_issue");
    const pieces = thread[0]?.pieces ?? [];
    expect(plainOf(pieces)).toBe(LEGAL_TEXT);
    const words = findings.flatMap(({ reasons }) => reasons.flatMap(({ words: each }) => each));
    expect(words.length).toBeGreaterThan(0);
    let at = 0;
    for (const { text, isMarked } of pieces) {
      for (let index = 0; index < text.length; index += 1)
        expect(isMarked).toBe(words.some(({ start, end }) => start <= at + index && at + index < end));
      at += text.length;
    }
  });

  it("was opened, once in five minutes for a person: the event is there before the words are", async () => {
    const itemId = await holdMessage(agent);
    const now = new Date();
    for (const minutes of [0, 1, 4]) await getHeldItem(ada.ctx(new Date(now.getTime() + minutes * 60_000)), itemId);
    const opened = async () => (await listItemEvents(itemId)).filter(({ action }) => action === "held_item.opened");
    expect(await opened()).toHaveLength(1);
    await getHeldItem(ada.ctx(new Date(now.getTime() + 6 * 60_000)), itemId);
    await getHeldItem((await addReviewer([], ["compliance"])).ctx(now), itemId);
    expect(await opened()).toHaveLength(3);
  });

  it("tells what the agent had read: the decisions it names, and its reads about this customer, not those about another", async () => {
    const read = (id: number) =>
      readDataset(agent.ctx(), {
        dataset: "customers",
        purpose: "customer_support",
        fields: ["id", "city"],
        where: [{ field: "id", op: "eq", value: id }],
        limit: 5,
      });
    const named = await read(81235);
    const own = await read(81234);
    await read(81235);
    const itemId = await holdMessage(agent, {
      subject: { dataset: "customers", id: 81234 },
      decisionIds: [named.decisionId],
    });
    const { reads } = await getHeldItem(ada.ctx(), itemId);
    expect(reads.map(({ eventId }) => String(eventId)).sort()).toEqual([named.decisionId, own.decisionId].sort());
    expect(reads[0]).toMatchObject({
      dataset: "customers",
      purpose: "customer_support",
      rowCount: 1,
      fields: { city: "clear" },
    });
  });

  it("stands beside earlier decisions about like messages of its kind, the likest first", async () => {
    const decide = async (text: string) => {
      const itemId = await holdMessage(agent, { text });
      await claimHeldItem(ada.ctx(), { itemId });
      await rejectHeldItem(ada.ctx(), { ...(await see(itemId)), preset: "wrong_tone" });
      return itemId;
    };
    const lamp =
      "The lamp that I ordered arrived broken and your service is a disgrace, I complain about this awful lamp.";
    const same = await decide(`${lamp} Again.`);
    const close = await decide("The lamp that I ordered arrived broken and your service is awful, I complain.");
    await decide("Your driver was rude and shouted at my neighbour, I am very disappointed and complain.");
    const { similar } = await getHeldItem(ada.ctx(), await holdMessage(agent, { text: lamp }));
    expect(similar.slice(0, 2).map(({ id }) => id)).toEqual([same, close]);
    expect(similar[0]).toMatchObject({ verdict: "rejected", rejectPreset: "wrong_tone", decidedBy: ada.name });
    expect(similar[0]?.likeness).toBeGreaterThan(similar[1]?.likeness ?? 1);
  });

  it("says of each verb whether this person may, or why not, as the verb itself then does", async () => {
    const itemId = await holdMessage(agent);
    const ben = await addReviewer();
    const boss = await addReviewer(["complaint"], ["reviewer", "admin"]);
    const officer = await addReviewer([], ["compliance"]);
    const ofBen = async () => (await getHeldItem(ben.ctx(), itemId)).permits;
    expect((await ofBen()).claim).toEqual({ ok: true });
    expect((await ofBen()).approve).toEqual({ ok: false, why: "Nobody has claimed it: claim it first." });
    await claimHeldItem(ada.ctx(), { itemId });
    for (const verb of ["claim", "approve", "reject", "take_over"] as const)
      expect((await ofBen())[verb]).toMatchObject({ ok: false, why: expect.stringContaining(ada.name) });
    const mine = (await getHeldItem(ada.ctx(), itemId)).permits;
    expect(HELD_ITEM_VERBS.filter((verb) => !mine[verb].ok)).toEqual(["revoke_release"]);
    const theirs = (await getHeldItem(officer.ctx(), itemId)).permits;
    expect(HELD_ITEM_VERBS.filter((verb) => theirs[verb].ok)).toEqual([]);
    await approveAs(ada, itemId);
    expect((await getHeldItem(boss.ctx(), itemId)).permits.revoke_release).toEqual({ ok: true });
  });

  it("shows a question only to who is asked as theirs", async () => {
    const itemId = await holdMessage(agent);
    const officer = await addReviewer([], ["compliance"]);
    await claimHeldItem(ada.ctx(), { itemId });
    await askAboutHeldItem(ada.ctx(), {
      itemId,
      to: { kind: "person", personId: officer.personId },
      text: "Is it ours?",
    });
    const [asked] = (await getHeldItem(officer.ctx(), itemId)).notes;
    expect(asked).toMatchObject({ author: ada.name, to: officer.name, isQuestionToMe: true });
    expect((await getHeldItem(ada.ctx(), itemId)).notes[0]?.isQuestionToMe).toBe(false);
  });
});

describe("masking JSON", () => {
  it("keeps the shape and the types of anything without personal data", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (drawn) => {
        const value = drawn as Json;
        expect(maskJson(value, () => [])).toEqual(value);
      }),
    );
  });

  it("leaves no e-mail address in a value or a name, and loses no member", () => {
    const find = hidePersonalData(null);
    const masked = maskJson({ "a@shop.example": 1, "b@shop.example": 2, list: [`x ${EMAIL}`, { n: 5 }] }, find);
    expect(JSON.stringify(masked)).not.toMatch(/[a-z]@shop|wilhelmine/);
    expect(Object.keys(masked as object)).toHaveLength(3);
    expect(Object.values(masked as object).slice(0, 2)).toEqual([1, 2]);
  });
});

describe("revealing", () => {
  it("takes a reason, which is in the log before anything is shown, without the customer's data in it", async () => {
    const itemId = await holdMessage(agent, { text: TEXT, subject: { dataset: "customers", id: 81234 } });
    await expect(revealHeldItem(ada.ctx(), { itemId, note: "why" })).rejects.toMatchObject({ field: "note" });
    const shown = await revealHeldItem(ada.ctx(), { itemId, note: `To compare the card of ${EMAIL}` });
    expect(plainOf(shown.thread[0]?.pieces ?? [])).toBe(TEXT);
    expect(shown).toMatchObject({
      isRevealed: true,
      subject: "customers 81234",
      draft: { reply: "We are sorry about the parcel." },
    });
    const revealed = (await listItemEvents(itemId)).filter(({ action }) => action === "held_item.revealed");
    expect(revealed).toHaveLength(1);
    expect(JSON.stringify(revealed)).not.toContain(EMAIL);
  });

  it("shows nothing when its event cannot be stored", async () => {
    const itemId = await holdMessage(agent, { text: TEXT });
    const lost = { ...ada.ctx(), requestId: "no uuid: the log refuses it" };
    await expect(revealHeldItem(lost, { itemId, note: "To compare." })).rejects.toThrow();
    expect((await listItemEvents(itemId)).some(({ action }) => action === "held_item.revealed")).toBe(false);
  });

  it("is only for who may decide this item; that somebody else tried is an event", async () => {
    const itemId = await holdMessage(agent, { text: TEXT });
    const narrow = await addReviewer(["legal_issue"]);
    await expect(revealHeldItem(narrow.ctx(), { itemId, note: "To see." })).rejects.toMatchObject({
      code: "not_permitted",
    });
    const officer = await addReviewer([], ["compliance"]);
    await expect(revealHeldItem(officer.ctx(), { itemId, note: "To see." })).rejects.toMatchObject({
      code: "not_permitted",
    });
    expect((await listItemEvents(itemId)).filter(({ action }) => action === "review.refused")).toMatchObject([
      { verb: "reveal", reason: "kind_missing" },
    ]);
  });

  it("leaves no word of the customer or the draft in any table in clear", async () => {
    const word = "Donaudampfschiff";
    const itemId = await holdMessage(agent, {
      text: `${COMPLAINT_TEXT} ${word}`,
      reply: `Dear ${word}`,
    });
    await getHeldItem(ada.ctx(), itemId);
    await revealHeldItem(ada.ctx(), { itemId, note: "To read it all." });
    await correctTriage(ada.ctx(), { itemId, kinds: [] });
    await approveAs(ada, itemId, { reply: `Dearest ${word}`, action: null });
    expect(await findInDatabase(database.superuserUrl, word)).toEqual([]);
  });
});

describe("the list", () => {
  it("shows every waiting item once, by deadline, page after page and back, while others come and go", async () => {
    const busy = await addReviewedAgent();
    const ids: string[] = [];
    for (let nth = 0; nth < 120; nth += 1) {
      const id = await holdMessage(busy);
      // Many share a deadline: the id breaks the tie.
      await commitInTest((tx) =>
        tx.heldItem.update({ where: { id }, data: { dueAt: new Date(Date.now() + (nth % 7) * 3_600_000) } }),
      );
      ids.push(id);
    }
    const list = (place: object) => listHeldItems(ada.ctx(), { agentId: busy.agentId, ...place });
    const first = await list({});
    expect(first.previous).toBeNull();
    // What ends on a page that was read moves nothing; what comes later in the order appears there.
    await commitInTest((tx) =>
      tx.heldItem.updateMany({
        where: { id: { in: first.rows.slice(0, 5).map(({ id }) => id) } },
        data: { state: "withdrawn" },
      }),
    );
    const second = await list({ after: first.next ?? "" });
    const third = await list({ after: second.next ?? "" });
    expect(third.next).toBeNull();
    const shown = [...first.rows, ...second.rows, ...third.rows];
    expect(new Set(shown.map(({ id }) => String(id)))).toEqual(new Set(ids));
    expect(shown).toHaveLength(120);
    const times = shown.map(({ dueAt }) => dueAt.getTime());
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    const back = await list({ before: third.previous ?? "" });
    expect(back.rows.map(({ id }) => id)).toEqual(second.rows.map(({ id }) => id));
    expect((await list({ before: second.previous ?? "" })).rows).toHaveLength(45);
  }, 120_000);

  it("gives for every combination of filters exactly what a plain reading of all rows gives", async () => {
    const [one, two] = [await addReviewedAgent(), await addReviewedAgent()];
    const ben = await addReviewer();
    const channels = ["email", "chat"] as const;
    for (let nth = 0; nth < 24; nth += 1) {
      const id = await holdMessage(nth % 2 ? one : two, {
        channel: channels[nth % 3 ? 0 : 1],
        text: nth % 4 ? COMPLAINT_TEXT : LEGAL_TEXT,
      });
      if (nth % 5 === 0) await claimHeldItem((nth % 10 ? ada : ben).ctx(), { itemId: id });
      if (nth % 7 === 0)
        await commitInTest((tx) =>
          tx.heldItem.update({ where: { id }, data: { state: "expired", claimedById: null } }),
        );
    }
    const rows = await reader().heldItem.findMany({ where: { agentId: { in: [one.agentId, two.agentId] } } });
    expect(rows).toHaveLength(24);
    const isOpen = (state: string) => state === "open" || state === "claimed";
    const now = new Date();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("waiting", "mine", "decided", "all" as const),
        fc.constantFrom(one.agentId, two.agentId),
        fc.option(fc.constantFrom("complaint", "legal_issue"), { nil: undefined }),
        fc.option(fc.constantFrom(...channels), { nil: undefined }),
        fc.option(fc.constantFrom("me", "nobody", "others"), { nil: undefined }),
        async (view, agentId, kind, channel, claimed) => {
          const input = {
            view,
            agentId,
            ...(kind && { kind }),
            ...(channel && { channel }),
            ...(claimed && { claimed }),
          };
          const page = await listHeldItems(ada.ctx(now), input as Parameters<typeof listHeldItems>[1]);
          const isHad = (row: (typeof rows)[number]) => row.claimedById !== null && (row.claimExpiresAt ?? now) > now;
          const wanted = rows.filter(
            (row) =>
              row.agentId === agentId &&
              (kind === undefined || row.kind === kind) &&
              (channel === undefined || row.channel === channel) &&
              (claimed !== "nobody" || !isHad(row)) &&
              (claimed !== "me" || (isHad(row) && row.claimedById === ada.personId)) &&
              (claimed !== "others" || (isHad(row) && row.claimedById !== ada.personId)) &&
              (view === "all" || (view === "decided" ? !isOpen(row.state) : isOpen(row.state))) &&
              (view !== "mine" || (isHad(row) && row.claimedById === ada.personId)),
          );
          expect(page.rows.map(({ id }) => String(id)).sort()).toEqual(wanted.map(({ id }) => id).sort());
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it("says of each row why the viewer may not decide it, and finds by a name and never by a customer's word", async () => {
    const owned = await addReviewedAgent({ ownerId: ada.personId });
    const itemId = await holdMessage(owned, { text: `${COMPLAINT_TEXT} Krokodil` });
    const { name } = await reader().agent.findUniqueOrThrow({ where: { id: owned.agentId } });
    const list = (text: string) => listHeldItems(ada.ctx(), { text });
    expect((await list(name.toUpperCase())).rows).toMatchObject([
      { id: itemId, obstacle: expect.stringContaining("owner") },
    ]);
    expect((await list(itemId)).rows).toHaveLength(1);
    expect((await list("Krokodil")).rows).toEqual([]);
    expect((await list("%")).rows).toEqual([]);
  });

  it("refuses a place that is none", async () => {
    for (const after of ["", "x", "2026-01-01T00:00:00.000Z_", "_01990000-0000-7000-8000-000000000000"])
      await expect(listHeldItems(ada.ctx(), { after })).rejects.toMatchObject({
        code: "invalid_input",
        field: "after",
      });
  });
});

describe("what reviewers say of triage", () => {
  it("a correction and a second look become labelled examples, which leave masked, after their event", async () => {
    const itemId = await holdMessage(agent, { text: TEXT });
    await correctTriage(ada.ctx(), { itemId, kinds: ["payment_dispute"] });
    await correctTriage(ada.ctx(), { itemId, kinds: ["payment_dispute", "complaint"] });
    const sampled = await submitMessage(
      agent.ctx(),
      { channel: "chat", text: `What are your opening hours? I am ${EMAIL}.` },
      { random: () => 0 },
    );
    expect(sampled.outcome).toBe("proceed");
    const [look] = (await listSecondLooks(ada.ctx(), {})).rows;
    if (look === undefined) throw new Error("nothing was drawn");
    const opened = await openSecondLook(ada.ctx(), look.id);
    expect(JSON.stringify(opened)).not.toContain(EMAIL);
    await giveSecondLook(ada.ctx(), { secondLookId: look.id, kinds: [] });
    await expect(giveSecondLook(ada.ctx(), { secondLookId: look.id, kinds: [] })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await listSecondLooks(ada.ctx(), { view: "looked" })).rows[0]).toMatchObject({
      id: look.id,
      looked: { kinds: [] },
    });

    const steward = await addReviewer([], ["steward"]);
    const ctx = steward.ctx();
    const { count, lines } = await exportExamples(ctx);
    const exported = await reader().auditEvent.findFirstOrThrow({
      where: { requestId: ctx.requestId, action: "examples.exported" },
    });
    expect(JSON.parse(exported.text)).toMatchObject({ count });
    let text = "";
    for await (const part of lines) text += part;
    const examples = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { text: string; kinds: string[] });
    expect(examples).toHaveLength(count);
    expect(text).not.toMatch(/wilhelmine|4111/);
    const mine = examples.filter((example) => example.text.includes("was charged twice"));
    expect(mine).toMatchObject([{ kinds: ["payment_dispute", "complaint"] }]);
    expect(examples.filter((example) => example.text.includes("opening hours"))).toMatchObject([{ kinds: [] }]);
  });

  it("is not for the agent's owner or sponsor", async () => {
    const owned = await addReviewedAgent({ sponsorId: ada.personId });
    const itemId = await holdMessage(owned);
    await expect(correctTriage(ada.ctx(), { itemId, kinds: [] })).rejects.toMatchObject({ code: "not_permitted" });
    await submitMessage(
      owned.ctx(),
      { channel: "chat", text: "What are your opening hours on Monday?" },
      { random: () => 0 },
    );
    const look = await reader().secondLook.findFirstOrThrow({ where: { agentId: owned.agentId } });
    const answer = giveSecondLook(ada.ctx(), { secondLookId: look.id, kinds: ["complaint"] });
    await expect(answer).rejects.toMatchObject({ code: "not_permitted" });
    expect((await reader().secondLook.findUniqueOrThrow({ where: { id: look.id } })).lookedAt).toBeNull();
  });
});
