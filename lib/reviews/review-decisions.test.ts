import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suspendAgent } from "@/lib/agents/suspend-agent";
import { reader } from "@/lib/db/reader";
import { findInDatabase } from "@/lib/db/find-in-database";
import { createTestDatabase } from "@/lib/db/test-database";
import { testContext } from "@/lib/identity/test-contexts";
import { canonicalJson, type Json } from "@/lib/kernel/canonical-json";
import { reviewCan } from "@/lib/kernel/review-state";
import { HOLD_STATES, type HoldState } from "@/lib/kernel/vocabulary";
import { commitInTest } from "@/lib/notices/notices-fixture";
import { setReviewKinds } from "@/lib/people/set-review-kinds";
import { setRoles } from "@/lib/people/set-roles";
import { answerReviewQuestion } from "./answer-review-question";
import { approveHeldItem } from "./approve-held-item";
import { askAboutHeldItem } from "./ask-about-held-item";
import { claimHeldItem } from "./claim-held-item";
import { decideInBulk } from "./decide-in-bulk";
import { getHold } from "./get-hold";
import { handOverHeldItem } from "./hand-over-held-item";
import { letGoHeldItem } from "./let-go-held-item";
import { redeemRelease } from "./redeem-release";
import { rejectHeldItem } from "./reject-held-item";
import { unsealPayload } from "./release-payload";
import {
  addReviewedAgent,
  addReviewer,
  approveAs,
  askForPerson,
  holdMessage,
  LEGAL_TEXT,
  listItemEvents,
  type Reviewer,
  see,
} from "./reviews-fixture";
import { revokeRelease } from "./revoke-release";
import { takeOverHeldItem } from "./take-over-held-item";

const database = await createTestDatabase();
const agent = await addReviewedAgent();
const ada = await addReviewer();
const ben = await addReviewer();
const admin = testContext({ kind: "system", process: "cli" });

const MINUTE_MS = 60_000;
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS);
const getItem = (id: string) => reader().heldItem.findUniqueOrThrow({ where: { id } });
const setItem = (id: string, data: object) => commitInTest((tx) => tx.heldItem.update({ where: { id }, data }));
const listRefusals = async (id: string) =>
  (await listItemEvents(id)).flatMap((event) => (event.action === "review.refused" ? [event.reason] : []));

/** Forces an item into a state as whoever ends items would; `claimed` is Ada's. */
async function forceState(id: string, state: HoldState): Promise<void> {
  const claim = state === "claimed" ? { claimedById: ada.personId, claimExpiresAt: later(10) } : {};
  await setItem(id, { state, claimedById: null, claimExpiresAt: null, ...claim });
}

const VERBS = {
  claim: async (by: Reviewer, itemId: string) => claimHeldItem(by.ctx(), { itemId }),
  let_go: async (by: Reviewer, itemId: string) => letGoHeldItem(by.ctx(), { itemId }),
  approve: async (by: Reviewer, itemId: string) => approveHeldItem(by.ctx(), await see(itemId)),
  reject: async (by: Reviewer, itemId: string) =>
    rejectHeldItem(by.ctx(), { ...(await see(itemId)), preset: "wrong_tone" }),
  ask: async (by: Reviewer, itemId: string) =>
    askAboutHeldItem(by.ctx(), { itemId, to: { kind: "agent" }, text: "Which order?" }),
  hand_over: async (by: Reviewer, itemId: string) =>
    handOverHeldItem(by.ctx(), { itemId, toPersonId: ben.personId, note: "You know this case." }),
  take_over: async (by: Reviewer, itemId: string) => takeOverHeldItem(by.ctx(), await see(itemId)),
} as const;
const VERB_NAMES = Object.keys(VERBS) as (keyof typeof VERBS)[];

describe("the state table", () => {
  it("is what every verb of a reviewer does in every state, and a refusal changes nothing and is an event", async () => {
    for (const state of HOLD_STATES) {
      for (const verb of VERB_NAMES) {
        const itemId = await holdMessage(agent);
        await forceState(itemId, state);
        const before = await getItem(itemId);
        const permit = reviewCan(verb, state);
        const answer = await VERBS[verb](ada, itemId).then(
          () => null,
          (error: unknown) => error,
        );
        const after = await getItem(itemId);
        if (permit.ok) {
          expect([verb, state, answer]).toEqual([verb, state, null]);
          expect([verb, state, after.state]).toEqual([verb, state, permit.to]);
        } else {
          expect([verb, state, answer]).toMatchObject([verb, state, { code: "conflict", message: permit.why }]);
          expect(after).toEqual(before);
          expect(await listRefusals(itemId)).toEqual([`state_${state}`]);
        }
      }
    }
  }, 120_000);
});

describe("a claim", () => {
  it("is won by exactly one of ten people who want it at once, and the others are told who has it", async () => {
    const itemId = await holdMessage(agent);
    const people = await Promise.all(Array.from({ length: 10 }, () => addReviewer()));
    const answers = await Promise.allSettled(people.map((person) => claimHeldItem(person.ctx(), { itemId })));
    const won = answers.findIndex(({ status }) => status === "fulfilled");
    const { claimedById } = await getItem(itemId);
    expect(people[won]?.personId).toBe(claimedById);
    const losers = answers.filter(({ status }) => status === "rejected");
    expect(losers).toHaveLength(9);
    for (const loser of losers)
      expect(loser).toMatchObject({
        reason: { code: "conflict", message: expect.stringContaining(people[won]?.name ?? "-") },
      });
    expect(await listRefusals(itemId)).toEqual(Array(9).fill("claimed_by_other"));
  });

  it("lasts as long as the settings say, is lengthened by claiming again, and can be taken once it has run out", async () => {
    const itemId = await holdMessage(agent);
    const now = new Date();
    const { until } = await claimHeldItem(ada.ctx(now), { itemId });
    expect(until.getTime() - now.getTime()).toBe(10 * MINUTE_MS);
    const { until: longer } = await claimHeldItem(ada.ctx(later(5)), { itemId });
    expect(longer > until).toBe(true);
    await expect(claimHeldItem(ben.ctx(later(14)), { itemId })).rejects.toMatchObject({ code: "conflict" });
    await claimHeldItem(ben.ctx(later(16)), { itemId });
    const actions = (await listItemEvents(itemId)).map((event) => ("cause" in event ? event.cause : event.action));
    expect(actions.slice(-2)).toEqual(["lapsed", "held_item.claimed"]);
    await expect(approveHeldItem(ada.ctx(later(16)), await see(itemId))).rejects.toThrow(ben.name);
  });

  it("that ran out decides nothing", async () => {
    const itemId = await holdMessage(agent);
    await claimHeldItem(ada.ctx(), { itemId });
    await expect(approveHeldItem(ada.ctx(later(11)), await see(itemId))).rejects.toThrow("Your claim ran out");
    expect((await getItem(itemId)).state).toBe("claimed");
  });
});

describe("who may decide", () => {
  it("never is the agent's owner or sponsor, nor who wrote the draft, whatever they try", async () => {
    const [owner, sponsor, author] = [await addReviewer(), await addReviewer(), await addReviewer()];
    const theirs = await addReviewedAgent({ ownerId: owner.personId, sponsorId: sponsor.personId });
    const { email } = await reader().person.findUniqueOrThrow({ where: { id: author.personId } });
    for (const [person, reason] of [
      [owner, "is_owner"],
      [sponsor, "is_sponsor"],
      [author, "wrote_draft"],
    ] as const) {
      const itemId = await holdMessage(theirs, { draftedBy: email });
      // As if a claim had been written by a fault: the decision asks again.
      await setItem(itemId, { state: "claimed", claimedById: person.personId, claimExpiresAt: later(10) });
      for (const verb of VERB_NAMES)
        await expect(VERBS[verb](person, itemId), verb).rejects.toMatchObject({ code: "not_permitted" });
      const [bulk] = await decideInBulk(person.ctx(), { itemIds: [itemId], verdict: "approve" });
      expect(bulk?.done).toBe(false);
      expect(await listRefusals(itemId)).toEqual(Array(VERB_NAMES.length + 1).fill(reason));
      expect(await reader().approval.count({ where: { itemId } })).toBe(0);
    }
  });

  it("is told by the session and not by what is sent", async () => {
    const itemId = await holdMessage(agent);
    await claimHeldItem(ada.ctx(), { itemId });
    const forged = {
      ...(await see(itemId)),
      personId: ben.personId,
      reviewerId: ben.personId,
      actor: { personId: ben.personId },
    };
    await approveHeldItem(ada.ctx(), forged);
    expect(await reader().approval.findMany({ where: { itemId }, select: { personId: true } })).toEqual([
      { personId: ada.personId },
    ]);
    expect((await getItem(itemId)).decidedById).toBe(ada.personId);
  });

  it("is asked again in the deciding transaction: a role or a kind that was taken away decides nothing", async () => {
    const carl = await addReviewer();
    const dana = await addReviewer();
    const [one, two] = [await holdMessage(agent), await holdMessage(agent)];
    await claimHeldItem(carl.ctx(), { itemId: one });
    await claimHeldItem(dana.ctx(), { itemId: two });
    await setRoles(admin, { personId: carl.personId, roles: ["compliance"] });
    await setReviewKinds(admin, { personId: dana.personId, kinds: ["legal_issue"] });
    await expect(approveHeldItem(carl.ctx(), await see(one))).rejects.toThrow("Only a reviewer decides");
    await expect(approveHeldItem(dana.ctx(), await see(two))).rejects.toThrow("You do not review complaints");
    expect(await listRefusals(one)).toEqual(["not_reviewer"]);
    expect(await listRefusals(two)).toEqual(["kind_missing"]);
    expect(await reader().release.count({ where: { itemId: { in: [one, two] } } })).toBe(0);
  });
});

describe("an approval", () => {
  it("releases exactly what was approved to its agent, once, for as long as the settings say", async () => {
    const action = { type: "refund", amount: "40.00", currency: "EUR", order: "A-1" } as const;
    const itemId = await holdMessage(agent, { action });
    const now = new Date();
    const answer = await approveAs(ada, itemId, undefined, now);
    if (answer.state !== "released") throw new Error("it was not released");
    expect(answer.expiresAt.getTime() - now.getTime()).toBe(60 * MINUTE_MS);
    const { payload } = await redeemRelease(agent.ctx(), { releaseId: answer.releaseId, digest: answer.digest });
    expect(payload).toEqual({ reply: "We are sorry about the parcel.", action, nonce: expect.any(String) });
    expect(await getItem(itemId)).toMatchObject({ state: "released", verdict: "approved", decidedById: ada.personId });
    const actions = (await listItemEvents(itemId)).map(({ action: each }) => each);
    expect(actions).toEqual([
      "message.judged",
      "held_item.claimed",
      "held_item.approved",
      "release.issued",
      "release.redeemed",
    ]);
  });

  it("names what was seen: another revision or digest is refused and told what changed", async () => {
    const itemId = await holdMessage(agent, { text: LEGAL_TEXT });
    const stale = await see(itemId);
    await approveAs(ben, itemId, { reply: "Another wording.", action: null });
    await claimHeldItem(ada.ctx(), { itemId });
    await expect(approveHeldItem(ada.ctx(), stale)).rejects.toThrow(`${ben.name} changed what is proposed`);
    const { revision } = await see(itemId);
    await expect(approveHeldItem(ada.ctx(), { ...stale, revision })).rejects.toMatchObject({ code: "conflict" });
    expect(await listRefusals(itemId)).toEqual(["digest_changed", "digest_changed"]);
    await expect(rejectHeldItem(ada.ctx(), { ...stale, preset: "wrong_facts" })).rejects.toThrow("as you saw it");
  });

  it("of a legal issue takes two different people on the same wording", async () => {
    const itemId = await holdMessage(agent, { text: LEGAL_TEXT });
    const first = await approveAs(ada, itemId);
    expect(first).toMatchObject({ state: "open", approvals: 1, approvalsNeeded: 2 });
    const told = await reader().notice.findMany({
      where: { itemId, topic: "item_waiting" },
      select: { personId: true },
    });
    expect(told.filter(({ personId }) => personId === ada.personId)).toHaveLength(1);
    expect(told.filter(({ personId }) => personId === ben.personId)).toHaveLength(2);
    await expect(approveAs(ada, itemId)).rejects.toThrow("needs a second person");
    await letGoHeldItem(ada.ctx(), { itemId });
    expect(await approveAs(ben, itemId)).toMatchObject({ state: "released" });
  });

  it("from the two-person amount on takes two people, and in any other currency", async () => {
    const refund = (amount: string, currency: string) => ({ action: { type: "refund", amount, currency } });
    const [below, at, other] = [
      await holdMessage(agent, refund("499.99", "EUR")),
      await holdMessage(agent, refund("500.00", "EUR")),
      await holdMessage(agent, refund("1.00", "USD")),
    ];
    expect((await approveAs(ada, below)).state).toBe("released");
    expect((await approveAs(ada, at)).state).toBe("open");
    expect((await approveAs(ada, other)).state).toBe("open");
    expect((await approveAs(ben, at)).state).toBe("released");
  });

  it("of two people at once counts each once and releases once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const itemId = await holdMessage(agent, { text: LEGAL_TEXT });
      await approveAs(ada, itemId);
      await claimHeldItem(ben.ctx(), { itemId });
      const seen = await see(itemId);
      const answers = await Promise.allSettled([1, 2, 3].map(() => approveHeldItem(ben.ctx(), seen)));
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await reader().release.count({ where: { itemId } })).toBe(1);
    }
  });

  it("is refused when its time has run out, also before the clock has come by; rejecting is not", async () => {
    const itemId = await holdMessage(agent);
    await claimHeldItem(ada.ctx(), { itemId });
    const { dueAt } = await setItem(itemId, { dueAt: new Date(Date.now() - 1) });
    expect(dueAt < new Date()).toBe(true);
    await expect(approveHeldItem(ada.ctx(), await see(itemId))).rejects.toThrow("Its time has run out");
    expect(await listRefusals(itemId)).toEqual(["past_due"]);
    await rejectHeldItem(ada.ctx(), { ...(await see(itemId)), preset: "not_allowed" });
  });

  it("is refused while the agent is not active, and says so", async () => {
    const stopped = await addReviewedAgent();
    const itemId = await holdMessage(stopped);
    await claimHeldItem(ada.ctx(), { itemId });
    await suspendAgent((await addReviewer([], ["admin"])).ctx(), { agentId: stopped.agentId });
    await expect(approveHeldItem(ada.ctx(), await see(itemId))).rejects.toThrow("The agent is suspended");
    expect(await listRefusals(itemId)).toEqual(["agent_not_active"]);
  });

  it("is not possible of what only asks for a person: it is taken over, asked about or rejected", async () => {
    const itemId = await askForPerson(agent);
    await claimHeldItem(ada.ctx(), { itemId });
    await expect(approveHeldItem(ada.ctx(), await see(itemId))).rejects.toThrow("take it over, ask, or reject it");
    await takeOverHeldItem(ada.ctx(), await see(itemId));
    expect(await getItem(itemId)).toMatchObject({ state: "decided", verdict: "taken_over" });
  });

  it("taken back by an admin cannot be redeemed, and what was redeemed cannot be taken back", async () => {
    const boss = await addReviewer([], ["admin"]);
    const [one, two] = [await approveAs(ada, await holdMessage(agent)), await approveAs(ada, await holdMessage(agent))];
    if (one.state !== "released" || two.state !== "released") throw new Error("not released");
    await revokeRelease(boss.ctx(), { releaseId: one.releaseId, note: "Sent to the wrong shop." });
    const { releaseId, digest } = one;
    await expect(redeemRelease(agent.ctx(), { releaseId, digest })).rejects.toMatchObject({
      reason: "release_revoked",
    });
    await redeemRelease(agent.ctx(), { releaseId: two.releaseId, digest: two.digest });
    await expect(revokeRelease(boss.ctx(), { releaseId: two.releaseId, note: "Too late." })).rejects.toThrow(
      "redeemed it already",
    );
  });
});

describe("an edit", () => {
  const custom = (data: Json) => ({ reply: "As agreed.", action: { type: "custom", name: "change_address", data } });

  it("is a proposal of its reviewer, approved in the same step; the agent's stays as it was", async () => {
    const itemId = await holdMessage(agent);
    await approveAs(ada, itemId, { reply: "We send a new parcel.", action: { type: "reply" } });
    const proposals = await reader().proposal.findMany({ where: { itemId }, orderBy: { number: "asc" } });
    expect(proposals.map(({ number, authorId }) => [number, authorId])).toEqual([
      [1, null],
      [2, ada.personId],
    ]);
    expect((await getItem(itemId)).verdict).toBe("edited");
    const [, second] = proposals;
    expect(second && unsealPayload(second.payloadSealed, second.id).reply).toBe("We send a new parcel.");
    const status = await getHold(agent.ctx(), { holdId: itemId });
    expect(status.release).toMatchObject({ isEdited: true, digest: second?.digest });
  });

  it("keeps any JSON exactly as it was typed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }), async (drawn) => {
        // What JSON itself cannot tell apart (-0) or our door refuses (numbers that lose digits) is no part of the promise.
        const data = JSON.parse(JSON.stringify(drawn)) as Json;
        fc.pre(!/\p{Surrogate}/u.test(JSON.stringify(data)) && !JSON.stringify(data).includes("__proto__"));
        fc.pre(!/\\ud[89a-f]/i.test(JSON.stringify(data)) && !/\d{16,}|e\+/.test(JSON.stringify(data)));
        const itemId = await holdMessage(agent);
        const answer = await approveAs(ada, itemId, custom(data));
        const stored = await reader().proposal.findFirstOrThrow({ where: { itemId, number: 2 } });
        const { action } = unsealPayload(stored.payloadSealed, stored.id);
        expect(answer.digest).toBe(stored.digest);
        expect(action?.type === "custom" && canonicalJson(action.data)).toBe(canonicalJson(data));
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it("of nothing is an approval of what is there", async () => {
    const itemId = await holdMessage(agent);
    await approveAs(ada, itemId, { action: { type: "reply" }, reply: "We are sorry about the parcel." });
    expect(await reader().proposal.count({ where: { itemId } })).toBe(1);
    expect((await getItem(itemId)).verdict).toBe("approved");
  });

  it("is judged by policy again: more money takes a second person, and nothing makes it fewer", async () => {
    const itemId = await holdMessage(agent, { action: { type: "refund", amount: "40.00", currency: "EUR" } });
    const edited = { reply: "Here you are.", action: { type: "refund", amount: "900.00", currency: "EUR" } };
    expect(await approveAs(ada, itemId, edited)).toMatchObject({ state: "open", approvalsNeeded: 2 });
    expect(await getItem(itemId)).toMatchObject({ approvalsNeeded: 2, risk: "high" });
    const less = { reply: "Here you are.", action: { type: "refund", amount: "1.00", currency: "EUR" } };
    expect(await approveAs(ben, itemId, less)).toMatchObject({ state: "open", approvals: 1, approvalsNeeded: 2 });
    expect((await getItem(itemId)).amount?.toString()).toBe("1");
  });

  it("that gives it a kind which its reviewer does not review is refused, and leaves nothing behind", async () => {
    const narrow = await addReviewer(["complaint"]);
    const itemId = await holdMessage(agent);
    expect((await getItem(itemId)).kinds).toEqual(["complaint"]);
    const edited = { reply: "We admit that this was our fault and you have a legal right to damages.", action: null };
    await claimHeldItem(narrow.ctx(), { itemId });
    const answer = approveHeldItem(narrow.ctx(), { ...(await see(itemId)), edited });
    await expect(answer).rejects.toMatchObject({
      code: "not_permitted",
      message: expect.stringContaining("legal issue"),
    });
    expect(await reader().proposal.count({ where: { itemId } })).toBe(1);
    expect((await getItem(itemId)).kinds).toEqual(["complaint"]);
    expect(await listRefusals(itemId)).toEqual(["edit_adds_kind"]);
  });

  it.each([
    ["half a character", { reply: "\ud800", action: null }],
    [
      "a member that cannot be kept",
      { reply: "x", action: { type: "custom", name: "a", data: JSON.parse('{"__proto__":1}') } },
    ],
    ["a number that loses digits", { reply: "x", action: { type: "custom", name: "a", data: [2 ** 60] } }],
    ["an amount that is a number", { reply: "x", action: { type: "refund", amount: 5, currency: "EUR" } }],
    ["a word too many", { reply: "x", action: null, approve: true }],
    [
      "a depth that nobody needs",
      { reply: "x", action: { type: "custom", name: "a", data: JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`) } },
    ],
  ])("with %s is refused and named", async (_, edited) => {
    const itemId = await holdMessage(agent);
    await claimHeldItem(ada.ctx(), { itemId });
    const answer = approveHeldItem(ada.ctx(), { ...(await see(itemId)), edited });
    await expect(answer).rejects.toMatchObject({ code: "invalid_input", field: expect.stringContaining("edited") });
  });
});

describe("a rejection", () => {
  it("tells the agent the reason and the reviewer's words, which stand nowhere in clear", async () => {
    const itemId = await holdMessage(agent);
    await claimHeldItem(ada.ctx(), { itemId });
    const note = "Quetschkommode says otherwise";
    await rejectHeldItem(ada.ctx(), { ...(await see(itemId)), preset: "wrong_facts", note });
    const { state, verdict, reason } = await getHold(agent.ctx(), { holdId: itemId });
    expect([state, verdict]).toEqual(["decided", "rejected"]);
    expect(JSON.stringify(reason)).toContain(note);
    expect(await findInDatabase(database.superuserUrl, "Quetschkommode")).toEqual([]);
  });

  it("for another reason than those listed takes words", async () => {
    const itemId = await holdMessage(agent);
    await claimHeldItem(ada.ctx(), { itemId });
    const answer = rejectHeldItem(ada.ctx(), { ...(await see(itemId)), preset: "other", note: " " });
    await expect(answer).rejects.toMatchObject({ code: "invalid_input", field: "note" });
  });
});

describe("asking and handing over", () => {
  it("a question to a colleague is answered by them alone, and the answer makes what was seen stale", async () => {
    const itemId = await holdMessage(agent);
    const officer = await addReviewer([], ["compliance"]);
    await claimHeldItem(ada.ctx(), { itemId });
    const noteId = await askAboutHeldItem(ada.ctx(), {
      itemId,
      to: { kind: "person", personId: officer.personId },
      text: "Rumpelstilz?",
    });
    const seen = await see(itemId);
    await expect(answerReviewQuestion(ben.ctx(), { itemId, noteId, text: "Yes." })).rejects.toMatchObject({
      code: "not_found",
    });
    await answerReviewQuestion(officer.ctx(), { itemId, noteId, text: "Yes, Rumpelstilz." });
    await expect(answerReviewQuestion(officer.ctx(), { itemId, noteId, text: "Again." })).rejects.toThrow(
      "answered this already",
    );
    await expect(approveHeldItem(ada.ctx(), seen)).rejects.toThrow(`${officer.name} wrote in its thread`);
    const topics = await reader().notice.findMany({
      where: { itemId, personId: { in: [officer.personId, ada.personId] } },
    });
    expect(topics.map(({ topic }) => topic)).toEqual(expect.arrayContaining(["item_asked", "item_answered"]));
    expect(await findInDatabase(database.superuserUrl, "Rumpelstilz")).toEqual([]);
  });

  it("goes only to who can read it, and an item only to who may decide it", async () => {
    const itemId = await holdMessage(agent);
    const steward = await addReviewer([], ["steward"]);
    const narrow = await addReviewer(["legal_issue"]);
    await claimHeldItem(ada.ctx(), { itemId });
    const ask = askAboutHeldItem(ada.ctx(), {
      itemId,
      to: { kind: "person", personId: steward.personId },
      text: "Why?",
    });
    await expect(ask).rejects.toThrow("who can open the inbox");
    const give = handOverHeldItem(ada.ctx(), { itemId, toPersonId: narrow.personId, note: "Please look." });
    await expect(give).rejects.toThrow("somebody who may decide");
    await handOverHeldItem(ada.ctx(), { itemId, toPersonId: ben.personId, note: "Ask ada@example.org please." });
    expect(await getItem(itemId)).toMatchObject({ state: "open", claimedById: null });
    const events = await listItemEvents(itemId);
    expect(JSON.stringify(events)).not.toContain("ada@example.org");
    expect(await reader().notice.count({ where: { itemId, personId: ben.personId, topic: "item_handed_over" } })).toBe(
      1,
    );
  });

  it("an item moves to another queue", async () => {
    const itemId = await holdMessage(agent);
    const legal = await reader().reviewQueue.findFirstOrThrow({ where: { name: "Legal" } });
    await claimHeldItem(ada.ctx(), { itemId });
    await handOverHeldItem(ada.ctx(), { itemId, toQueueId: legal.id, note: "It is about the law." });
    expect((await getItem(itemId)).queueId).toBe(legal.id);
  });
});

describe("deciding in bulk", () => {
  it("decides what is of low risk and free, each by itself, and says why it left the rest", async () => {
    const plain = { reply: "A colleague will call you." };
    const low = [await askForPerson(agent, plain), await askForPerson(agent, plain)];
    const risky = await holdMessage(agent, { action: { type: "refund", amount: "40.00", currency: "EUR" } });
    const taken = await askForPerson(agent, plain);
    await claimHeldItem(ben.ctx(), { itemId: taken });
    const answers = await decideInBulk(ada.ctx(), { itemIds: [...low, risky, taken], verdict: "approve" });
    expect(answers.map(({ done }) => done)).toEqual([true, true, false, false]);
    expect(answers[2]?.why).toContain("low risk");
    expect(answers[3]?.why).toContain(ben.name);
    for (const id of low) expect((await getItem(id)).state).toBe("released");
    expect((await getItem(risky)).state).toBe("open");
    const approved = (await listItemEvents(low[0] ?? "")).find(({ action }) => action === "held_item.approved");
    expect(approved).toMatchObject({ isBulk: true });
  });

  it("rejects with a reason of the list, takes 50 items at most, and an item named twice counts once", async () => {
    const itemId = await askForPerson(agent);
    const none = { itemIds: Array.from({ length: 51 }, () => itemId), verdict: "approve" } as const;
    await expect(decideInBulk(ada.ctx(), none)).rejects.toMatchObject({ code: "invalid_input", field: "itemIds" });
    await expect(
      decideInBulk(ada.ctx(), { itemIds: [itemId], verdict: "reject", preset: "other" }),
    ).rejects.toMatchObject({ field: "preset" });
    const answers = await decideInBulk(ada.ctx(), {
      itemIds: [itemId, itemId],
      verdict: "reject",
      preset: "not_allowed",
    });
    expect(answers).toEqual([{ itemId, done: true, why: null }]);
    expect(await getItem(itemId)).toMatchObject({ state: "decided", verdict: "rejected", rejectPreset: "not_allowed" });
  });
});
