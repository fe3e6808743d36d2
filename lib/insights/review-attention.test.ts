import { expect, it } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import { testPerson } from "@/lib/identity/test-contexts";
import { commitInTest } from "@/lib/notices/notices-fixture";
import { raiseAlert } from "@/lib/notices/raise-alert";
import { askAboutHeldItem } from "@/lib/reviews/ask-about-held-item";
import { claimHeldItem } from "@/lib/reviews/claim-held-item";
import { addReviewedAgent, addReviewer, askForPerson, holdMessage } from "@/lib/reviews/reviews-fixture";
import { findAnything } from "./find-anything";
import { listAttention } from "./list-attention";

await createTestDatabase();
const [first, second] = [await addReviewer(), await addReviewer()];
const onlyLegal = await addReviewer(["legal_issue"]);
const owner = await addReviewer();
const agent = await addReviewedAgent({ ownerId: owner.personId });
const asked = await askForPerson(agent);
const complaint = await holdMessage(agent);

const waitingFor = async (reviewer: typeof first) =>
  (await listAttention(reviewer.ctx())).filter(({ kind }) => kind === "items_waiting");

it("counts for a reviewer the held items of their kinds, due first, and none of an agent that is theirs", async () => {
  expect(await waitingFor(first)).toMatchObject([{ count: 2, overdue: 0, first: { itemId: asked } }]);
  expect(await waitingFor(onlyLegal)).toEqual([]);
  expect(await waitingFor(owner)).toEqual([]);
});

it("leaves out what a colleague has claimed, and says what a colleague asks", async () => {
  await claimHeldItem(second.ctx(), { itemId: complaint });
  expect(await waitingFor(first)).toMatchObject([{ count: 1 }]);
  expect(await waitingFor(second)).toMatchObject([{ count: 2 }]);
  const to = { kind: "person", personId: first.personId } as const;
  await askAboutHeldItem(second.ctx(), { itemId: complaint, to, text: "Do you know this customer?" });
  const questions = (await listAttention(first.ctx())).filter(({ kind }) => kind === "item_asked");
  expect(questions).toMatchObject([{ itemId: complaint, by: second.name }]);
});

it("shows an open alert to those who may close it, and to nobody else", async () => {
  const about = { topic: "release_failed", agentId: agent.agentId, itemId: complaint } as const;
  await commitInTest((tx) => raiseAlert(tx, new Date(), about));
  const kindsOf = async (role: "steward" | "reviewer") =>
    (await listAttention(testPerson([role]))).map(({ kind }) => kind);
  expect(await kindsOf("steward")).toContain("alert_open");
  expect(await kindsOf("reviewer")).not.toContain("alert_open");
});

it("finds a held item by its id, for those who may read the inbox", async () => {
  expect(await findAnything(first.ctx(), { query: complaint })).toMatchObject([{ kind: "held_item", id: complaint }]);
  expect(await findAnything(testPerson(["steward"]), { query: complaint })).toEqual([]);
});
