import pg from "pg";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import { addSubmitter, holdRefund } from "./submitter-fixture";
import { type ReviewNews, stopWatchingReviews, watchReviews } from "./watch-reviews";
import { withdrawHold } from "./withdraw-hold";

const database = await createTestDatabase();
const agent = await addSubmitter();

afterEach(() => stopWatchingReviews());

const MS = 20_000;

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** A watch that hears already. */
async function startWatch() {
  const watch = watchReviews();
  const news: ReviewNews[] = [];
  watch.subscribe((one) => news.push(one));
  await vi.waitFor(() => expect(news).toContainEqual({ kind: "caught_up" }), MS);
  return { watch, news };
}

describe("a watch of held items", () => {
  it("hears of a change once it is committed, and only who waits for that item is woken", async () => {
    const { watch, news } = await startWatch();
    const [holdId, other] = [await holdRefund(agent), await holdRefund(agent)];
    // That they came is news as well.
    for (const itemId of [holdId, other])
      await vi.waitFor(() => expect(news).toContainEqual({ kind: "changed", itemId }), MS);
    const ends = new AbortController();
    const waits = [watch.waitForChange(holdId, MS), watch.waitForChange(other, MS, ends.signal)] as const;
    await withdrawHold(agent.ctx(), { holdId });
    expect(await waits[0]).toBe(true);
    ends.abort();
    expect(await waits[1]).toBe(false);
  });

  it("ends a wait when its time is over", async () => {
    const { watch } = await startWatch();
    expect(await watch.waitForChange(agent.agentId, 20)).toBe(false);
  });

  it("ends every wait when it is closed, and the next one asked for is a new one", async () => {
    const { watch } = await startWatch();
    const waits = [watch.waitForChange(agent.agentId, MS), watch.waitForChange(agent.keyId, MS)];
    await watch.close();
    expect(await Promise.all(waits)).toEqual([false, false]);
    expect(await watch.waitForChange(agent.agentId, MS)).toBe(false);
    expect(watchReviews()).not.toBe(watch);
  });

  it("wakes who waits when its connection was lost and is there again, for what it may have missed", async () => {
    const { watch, news } = await startWatch();
    news.length = 0;
    const waiting = watch.waitForChange(agent.agentId, MS);
    await asSuperuser(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gatehouse-reviews' AND datname = current_database()",
    );
    expect(await waiting).toBe(true);
    expect(news).toEqual([{ kind: "caught_up" }]);
  });

  it("tells every process who looks at an item", async () => {
    const { watch, news } = await startWatch();
    const holdId = await holdRefund(agent);
    await watch.announcePresence(holdId, { personId: agent.sponsorId, name: "Ada O'Brien \\ 🙂" });
    await vi.waitFor(
      () =>
        expect(news).toContainEqual({
          kind: "presence",
          itemId: holdId,
          personId: agent.sponsorId,
          name: "Ada O'Brien \\ 🙂",
          at: expect.any(String),
        }),
      MS,
    );
  });

  it("is not harmed by what is no news", async () => {
    const { watch, news } = await startWatch();
    const heard = watch.waitForChange("the-end", MS);
    await asSuperuser(
      "SELECT pg_notify('review_presence', 'no JSON'), pg_notify('review_presence', '{}'), pg_notify('review_changed', 'the-end')",
    );
    expect(await heard).toBe(true);
    expect(news.filter(({ kind }) => kind === "presence")).toEqual([]);
  });
});
