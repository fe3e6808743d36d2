import { expect, it } from "vitest";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { claimHeldItem } from "./claim-held-item";
import { correctTriage } from "./correct-triage";
import { getQuality } from "./get-quality";
import { giveSecondLook } from "./give-second-look";
import { rejectHeldItem } from "./reject-held-item";
import {
  addReviewedAgent,
  addReviewer,
  approveAs,
  askForPerson,
  holdMessage,
  LEGAL_TEXT,
  type Reviewer,
  see,
} from "./reviews-fixture";
import { revokeRelease } from "./revoke-release";
import { submitMessage } from "./submit-message";
import { takeOverHeldItem } from "./take-over-held-item";

await createTestDatabase();
const agent = await addReviewedAgent();
const [ada, ben] = [await addReviewer(), await addReviewer()];
const boss = await addReviewer([], ["admin"]);

const MINUTE_MS = 60_000;

async function reject(by: Reviewer, itemId: string, now?: Date): Promise<void> {
  await claimHeldItem(by.ctx(now), { itemId });
  await rejectHeldItem(by.ctx(now), { ...(await see(itemId)), preset: "wrong_facts" });
}

/** Linear between the two nearest, as percentile_cont is defined. */
function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((left, right) => left - right);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at));
}

/** The numbers counted by reading every row, one by one. */
async function countPlainly(from: Date, to: Date) {
  const items = await reader().heldItem.findMany({ include: { approvals: true, proposals: true, release: true } });
  const isIn = (at: Date | null) => at !== null && at >= from && at < to;
  const isOverturned = (item: (typeof items)[number], { personId, digest }: { personId: string; digest: string }) => {
    const released = item.release?.digest;
    const undone = item.verdict === "rejected" || item.verdict === "taken_over";
    if (undone && item.decidedById !== personId) return true;
    if (item.release?.state === "revoked") return true;
    if (released === undefined || released === digest) return false;
    return !item.approvals.some((other) => other.personId === personId && other.digest === released);
  };
  const kinds = TRIAGE_KINDS.map((kind) => {
    const all = items.filter((item) => item.kind === kind);
    const waiting = all.filter(({ state }) => state === "open" || state === "claimed");
    const decided = all.filter(({ decidedAt, verdict }) => isIn(decidedAt) && verdict !== null);
    const minutes = decided.map((item) => ((item.decidedAt?.getTime() ?? 0) - item.createdAt.getTime()) / MINUTE_MS);
    const count = (verdict: string) => decided.filter((item) => item.verdict === verdict).length;
    const oldest = waiting.map(({ createdAt }) => createdAt.getTime());
    return {
      kind,
      waiting: waiting.length,
      oldestAt: oldest.length === 0 ? null : new Date(Math.min(...oldest)),
      decided: decided.length,
      approved: count("approved"),
      edited: count("edited"),
      rejected: count("rejected"),
      takenOver: count("taken_over"),
      overturned: decided.filter((item) => item.approvals.some((approval) => isOverturned(item, approval))).length,
      minutesP50: percentile(minutes, 0.5),
      minutesP90: percentile(minutes, 0.9),
    };
  });
  const decisionsOf = (personId: string) => {
    const approvals = items.flatMap((item) =>
      item.approvals
        .filter((approval) => approval.personId === personId && isIn(approval.createdAt))
        .map((approval) => ({
          isEdit: item.proposals.some(({ digest, authorId }) => digest === approval.digest && authorId === personId),
          isOverturned: isOverturned(item, approval),
        })),
    );
    const ended = items.filter((item) => item.decidedById === personId && isIn(item.decidedAt));
    return {
      decided:
        approvals.length + ended.filter(({ verdict }) => verdict === "rejected" || verdict === "taken_over").length,
      edited: approvals.filter(({ isEdit }) => isEdit).length,
      rejected: ended.filter(({ verdict }) => verdict === "rejected").length,
      takenOver: ended.filter(({ verdict }) => verdict === "taken_over").length,
      overturned: approvals.filter(({ isOverturned: each }) => each).length,
    };
  };
  return { kinds, decisionsOf };
}

it("counts what waits, what was decided and how, and what another person undid, as a plain reading of every row does", async () => {
  const started = new Date();
  const at = (minutes: number) => new Date(started.getTime() + minutes * MINUTE_MS);
  // Four eyes: agreed; another wording; rejected by the second; one's own approval edited by oneself.
  await approveAs(ada, await holdMessage(agent, { text: LEGAL_TEXT }), undefined, at(3));
  const agreed = await holdMessage(agent, { text: LEGAL_TEXT });
  await approveAs(ada, agreed, undefined, at(1));
  await approveAs(ben, agreed, undefined, at(30));
  const reworded = await holdMessage(agent, { text: LEGAL_TEXT });
  await approveAs(ada, reworded, undefined, at(2));
  await approveAs(ben, reworded, { reply: "Other words.", action: null }, at(4));
  await approveAs(await addReviewer(), reworded, undefined, at(5));
  const refused = await holdMessage(agent, { text: LEGAL_TEXT });
  await approveAs(ada, refused, undefined, at(2));
  await reject(ben, refused, at(7));
  const mended = await holdMessage(agent, { text: LEGAL_TEXT });
  await approveAs(ada, mended, undefined, at(2));
  await approveAs(ada, mended, { reply: "Better words.", action: null }, at(3));
  await approveAs(ben, mended, undefined, at(9));
  // One pair of eyes, a release taken back, a person asked for.
  const revoked = await approveAs(ben, await holdMessage(agent), undefined, at(12));
  if (revoked.state === "released")
    await revokeRelease(boss.ctx(at(13)), { releaseId: revoked.releaseId, note: "Wrong customer." });
  await approveAs(ada, await holdMessage(agent), { reply: "Shorter.", action: null }, at(20));
  const taken = await askForPerson(agent);
  await claimHeldItem(ada.ctx(at(40)), { itemId: taken });
  await takeOverHeldItem(ada.ctx(at(41)), await see(taken));
  await holdMessage(agent);

  const [from, to] = [new Date(started.getTime() - 1_000), at(60)];
  const quality = await getQuality(boss.ctx(to), { days: 1 });
  const plain = await countPlainly(from, to);
  for (const [index, wanted] of plain.kinds.entries()) {
    const { minutesP50, minutesP90, ...counts } = wanted;
    expect(quality.kinds[index]).toMatchObject(counts);
    if (minutesP50 === null || minutesP90 === null) expect(quality.kinds[index]?.minutesP50).toBeNull();
    else {
      expect(quality.kinds[index]?.minutesP50).toBeCloseTo(minutesP50, 3);
      expect(quality.kinds[index]?.minutesP90).toBeCloseTo(minutesP90, 3);
    }
  }
  expect(quality.reviewers.length).toBe(3);
  for (const reviewer of quality.reviewers) expect(reviewer).toMatchObject(plain.decisionsOf(reviewer.person.id));
  // And the oracle itself counts what was done above.
  expect(plain.decisionsOf(ada.personId)).toMatchObject({ edited: 2, takenOver: 1, overturned: 2 });
  expect(plain.decisionsOf(ben.personId)).toMatchObject({ edited: 1, rejected: 1, overturned: 1 });
  const past = await getQuality(boss.ctx(new Date(from.getTime() - MINUTE_MS)), {});
  expect(past.reviewers).toEqual([]);
  expect(past.kinds.every(({ decided }) => decided === 0)).toBe(true);
});

it("flags who approved twenty items and never said no, and nobody who said it once", async () => {
  const [nodder, careful] = [await addReviewer(), await addReviewer()];
  const flagOf = async (reviewer: Reviewer) =>
    (await getQuality(boss.ctx(new Date(Date.now() + 1_000)), {})).reviewers.find(
      ({ person }) => person.id === reviewer.personId,
    )?.neverRejects;
  for (let nth = 0; nth < 19; nth += 1) await approveAs(nodder, await holdMessage(agent));
  expect(await flagOf(nodder)).toBe(false);
  await approveAs(nodder, await holdMessage(agent));
  expect(await flagOf(nodder)).toBe(true);
  for (let nth = 0; nth < 20; nth += 1) await approveAs(careful, await holdMessage(agent));
  await reject(careful, await holdMessage(agent));
  expect(await flagOf(careful)).toBe(false);
}, 60_000);

it("tells what triage missed and held needlessly, by agent and kind", async () => {
  const judged = await addReviewedAgent();
  const needless = await holdMessage(judged);
  await correctTriage(ada.ctx(), { itemId: needless, kinds: [] });
  const wrongKind = await holdMessage(judged);
  await correctTriage(ada.ctx(), { itemId: wrongKind, kinds: ["payment_dispute"] });
  const right = await holdMessage(judged);
  await correctTriage(ada.ctx(), {
    itemId: right,
    kinds: (await reader().heldItem.findUniqueOrThrow({ where: { id: right } })).kinds,
  });
  const look = async (kinds: ("complaint" | "legal_issue")[]) => {
    await submitMessage(
      judged.ctx(),
      { channel: "chat", text: "What are your opening hours, please?" },
      { random: () => 0 },
    );
    const { id } = await reader().secondLook.findFirstOrThrow({ where: { agentId: judged.agentId, lookedAt: null } });
    await giveSecondLook(ada.ctx(), { secondLookId: id, kinds });
  };
  await look([]);
  await look(["complaint", "legal_issue"]);
  const { agents, faults } = await getQuality(boss.ctx(new Date(Date.now() + 1_000)), {});
  const mine = <T extends { agent: { id: string } }>(rows: readonly T[]) =>
    rows.filter(({ agent: each }) => each.id === judged.agentId);
  expect(mine(agents)).toMatchObject([{ held: 3, corrected: 3, needless: 1, looked: 2, missed: 1 }]);
  expect(mine(faults).map(({ kind, missed, needless: taken }) => [kind, missed, taken])).toEqual([
    ["legal_issue", 1, 0],
    ["payment_dispute", 1, 0],
    ["complaint", 1, 2],
  ]);
});

it("is read by every role, over at least a day", async () => {
  for (const days of [0, 1.5, 367])
    await expect(getQuality(boss.ctx(), { days })).rejects.toMatchObject({ field: "days" });
  expect((await getQuality((await addReviewer([], ["compliance"])).ctx(), {})).kinds).toHaveLength(4);
});
