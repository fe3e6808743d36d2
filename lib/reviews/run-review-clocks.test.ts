import { beforeEach, describe, expect, test } from "vitest";
import { addTestAgent, addTestPerson } from "@/lib/agents/agents-fixture";
import { runSql } from "@/lib/catalog/test-discovery";
import { findInDatabase } from "@/lib/db/find-in-database";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { testContext, testPerson } from "@/lib/identity/test-contexts";
import { listDeliveries } from "@/lib/notices/list-deliveries";
import { makeWebhookEndpoint } from "@/lib/notices/make-webhook-endpoint";
import { forgetEnv } from "@/lib/runtime/env";
import { addTestItem, addTestRelease, CUSTOMERS_WORDS, type TestItem } from "./clock-fixture";
import { runReviewClocks } from "./run-review-clocks";

const database = await createTestDatabase();
process.env["GATEHOUSE_WEBHOOK_PRIVATE_HOSTS"] = "127.0.0.1";
forgetEnv();
const NOW = new Date("2026-11-24T09:00:00Z");
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const run = (minutes = 0) => runReviewClocks(testContext({ kind: "system", process: "jobs" }, at(minutes)));
const admin = () => testPerson(["admin"], ownerId);

const ownerId = await addTestPerson();
const sponsorId = await addTestPerson();
const agentId = await addTestAgent(ownerId, sponsorId);
const reviewers = [await addReviewer("complaint"), await addReviewer("complaint"), await addReviewer("legal_issue")];
const [first = "", second = "", lawyer = ""] = reviewers;
const topics = ["hold_expired", "release_expired", "item_due_soon", "item_escalated", "alert_raised"] as const;
await makeWebhookEndpoint(admin(), { name: "All", url: "http://127.0.0.1:9/", topics: [...topics] });

async function addReviewer(kind: string): Promise<string> {
  const personId = await addTestPerson(["reviewer"]);
  await runSql(
    database.superuserUrl,
    `UPDATE person SET review_kinds = ARRAY['${kind}']::hold_kind[] WHERE id = '${personId}'`,
  );
  return personId;
}

beforeEach(async () => {
  await runSql(
    database.superuserUrl,
    "DELETE FROM alert; DELETE FROM notice; DELETE FROM webhook_delivery; UPDATE release SET state = 'revoked'; UPDATE held_item SET state = 'decided'",
  );
});

const add = (over: Partial<TestItem> = {}) => addTestItem({ agentId, createdAt: at(-60), dueAt: at(60), ...over });

/** Many items like one. */
async function addCopies(itemId: string, count: number): Promise<void> {
  await runSql(
    database.superuserUrl,
    `CREATE TEMP TABLE copy AS SELECT gen_random_uuid() AS id FROM generate_series(1, ${count});
     INSERT INTO submission (id, agent_id, request_digest, is_held, origin, channel, findings, created_at)
       SELECT copy.id, s.agent_id, '0', true, s.origin, s.channel, s.findings, s.created_at
       FROM copy, submission s JOIN held_item i ON i.submission_id = s.id WHERE i.id = '${itemId}';
     INSERT INTO held_item (id, submission_id, agent_id, origin, kind, kinds, risk, findings, channel, queue_id, content_sealed, approvals_needed, due_at)
       SELECT gen_random_uuid(), copy.id, i.agent_id, i.origin, i.kind, i.kinds, i.risk, i.findings, i.channel, i.queue_id, i.content_sealed,
         i.approvals_needed, i.due_at
       FROM copy, held_item i WHERE i.id = '${itemId}'`,
  );
}

const itemOf = (id: string) => reader().heldItem.findUniqueOrThrow({ where: { id } });

async function eventsOf(itemId: string): Promise<Record<string, unknown>[]> {
  const rows = await reader().auditEvent.findMany({ where: { text: { contains: itemId } }, orderBy: { id: "asc" } });
  return rows
    .map(({ text }) => JSON.parse(text) as Record<string, unknown>)
    .filter(({ action }) => !String(action).startsWith("webhook."));
}
const actionsOf = async (itemId: string) => (await eventsOf(itemId)).map(({ action }) => action);

async function told(topic: string): Promise<string[]> {
  const rows = await reader().notice.findMany({ select: { personId: true, topic: true } });
  return rows
    .filter((row) => row.topic === topic)
    .map(({ personId }) => personId)
    .sort();
}

async function sent(): Promise<{ type: string; data: Record<string, unknown> }[]> {
  const { rows } = await listDeliveries(admin(), {});
  return rows.map(({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> }).reverse();
}

describe("a claim", () => {
  test("lapses when its time is over, and not a moment before", async () => {
    const itemId = await add({ state: "claimed", claim: { personId: first, until: at(10) } });
    expect(await run(9.99)).toMatchObject({ lapse_claim: 0 });
    expect(await run(10)).toMatchObject({ lapse_claim: 1, failed: 0 });
    expect(await itemOf(itemId)).toMatchObject({ state: "open", claimedById: null, claimExpiresAt: null });
    expect(await eventsOf(itemId)).toMatchObject([
      { action: "held_item.let_go", cause: "lapsed", actor: { kind: "system" } },
    ]);
    expect(await run(11)).toMatchObject({ lapse_claim: 0 });
  });
});

describe("an item that nobody decides", () => {
  test.each(["open", "claimed"] as const)(
    "expires from %s at its end, without a verdict: to the agent it is rejected",
    async (state) => {
      const claim = state === "claimed" ? { claim: { personId: first, until: at(120) } } : {};
      const itemId = await add({ state, ...claim, remindAt: at(50), escalateAt: at(55) });
      expect(await run(59.99)).toMatchObject({ expire_item: 0 });
      const { revision } = await itemOf(itemId);
      expect(await run(60)).toMatchObject({ expire_item: 1 });
      expect(await itemOf(itemId)).toMatchObject({
        state: "expired",
        verdict: null,
        decidedById: null,
        endedAt: at(60),
        claimedById: null,
        remindAt: null,
        escalateAt: null,
        revision: revision + 1,
      });
      expect((await eventsOf(itemId)).at(-1)).toMatchObject({ action: "held_item.expired", cause: "not_decided" });
      expect(await told("item_expired")).toEqual([ownerId, sponsorId].sort());
      expect((await sent()).at(-1)).toMatchObject({ type: "hold.expired", data: { holdId: itemId, state: "expired" } });
    },
  );

  test("is never approved, whatever the clock says", async () => {
    const ids = [await add(), await add({ state: "claimed", claim: { personId: first, until: at(5) } })];
    for (const minutes of [0, 30, 60, 60 * 24 * 365 * 10]) await run(minutes);
    for (const id of ids) expect(await itemOf(id)).toMatchObject({ state: "expired", verdict: null });
    expect(await reader().release.count({ where: { itemId: { in: ids } } })).toBe(0);
    for (const id of ids) expect((await actionsOf(id)).filter((action) => action === "held_item.approved")).toEqual([]);
  });

  test("that ran out while no job ran is expired, with no reminder any more", async () => {
    const itemId = await add({ remindAt: at(10), escalateAt: at(20) });
    await run(1000);
    expect(await actionsOf(itemId)).toEqual(["held_item.expired"]);
  });

  test("that was decided, withdrawn or released is left alone", async () => {
    const ids: string[] = [];
    for (const state of ["decided", "withdrawn", "executed", "expired", "released"] as const) {
      ids.push(await add({ state, remindAt: at(0), escalateAt: at(0), dueAt: at(1) }));
    }
    const before = await Promise.all(ids.map(itemOf));
    await run(2);
    expect(await Promise.all(ids.map(itemOf))).toEqual(before);
  });
});

describe("a reminder", () => {
  test("goes once to everybody who may decide, before the end", async () => {
    const itemId = await add({ remindAt: at(30), draftAuthorId: second });
    await run(29);
    expect(await told("item_due_soon")).toEqual([]);
    await run(30);
    await run(31);
    await run(45);
    expect(await told("item_due_soon")).toEqual([first]);
    expect(await eventsOf(itemId)).toMatchObject([{ action: "held_item.reminded", dueAt: at(60).toISOString() }]);
    expect(await sent()).toMatchObject([{ type: "item.due_soon", data: { holdId: itemId, kind: "complaint" } }]);
    expect(await itemOf(itemId)).toMatchObject({ state: "open", remindAt: null });
  });

  test("goes to whoever has claimed it, and to nobody else", async () => {
    await add({ remindAt: at(30), state: "claimed", claim: { personId: first, until: at(50) } });
    await run(30);
    expect(await told("item_due_soon")).toEqual([first]);
  });
});

describe("an escalation", () => {
  test("calls the queue's people one after the other, evenly until the end, leaving out who is gone", async () => {
    const gone = await addTestPerson();
    await runSql(database.superuserUrl, `UPDATE person SET status = 'disabled' WHERE id = '${gone}'`);
    const itemId = await add({ escalateAt: at(0), escalationIds: [lawyer, gone, sponsorId, second] });
    const called: [number, string[]][] = [];
    for (let minute = 0; minute < 60; minute += 1) {
      await run(minute);
      const people = await told("item_escalated");
      if (people.length > (called.at(-1)?.[1].length ?? 0)) called.push([minute, people]);
    }
    expect(called.map(([minute, people]) => [minute, people.length])).toEqual([
      [0, 1],
      [20, 2],
      [40, 3],
    ]);
    expect(await eventsOf(itemId)).toMatchObject([
      { action: "held_item.escalated", toPersonId: lawyer, level: 1 },
      { action: "held_item.escalated", toPersonId: sponsorId, level: 3 },
      { action: "held_item.escalated", toPersonId: second, level: 4 },
    ]);
    expect(await itemOf(itemId)).toMatchObject({ state: "open", escalations: 4, escalateAt: null });
    expect((await sent()).map(({ type, data }) => [type, data["level"]])).toEqual([
      ["item.escalated", 1],
      ["item.escalated", 3],
      ["item.escalated", 4],
    ]);
  });

  test("calls everybody who may decide where the queue names nobody", async () => {
    const itemId = await add({ escalateAt: at(0) });
    await run();
    expect(await told("item_escalated")).toEqual([first, second].sort());
    expect(await eventsOf(itemId)).toMatchObject([{ toPersonId: null, level: 1 }]);
  });
});

describe("a release", () => {
  const release = async (over: Partial<Parameters<typeof addTestRelease>[0]> = {}) => {
    const itemId = await add();
    const id = await addTestRelease({
      itemId,
      agentId,
      state: "issued",
      issuedAt: at(0),
      expiresAt: at(60),
      decidedById: first,
      ...over,
    });
    return { itemId, id };
  };
  const stateOf = async (id: string) => (await reader().release.findUniqueOrThrow({ where: { id } })).state;

  test("that was never redeemed expires with its item, and is an alert", async () => {
    const { itemId, id } = await release();
    await run(59);
    expect(await stateOf(id)).toBe("issued");
    expect(await run(60)).toMatchObject({ expire_release: 1 });
    expect([await stateOf(id), (await itemOf(itemId)).state]).toEqual(["expired", "expired"]);
    expect(await actionsOf(itemId)).toEqual(["held_item.expired", "alert.raised"]);
    expect((await eventsOf(itemId))[0]).toMatchObject({ cause: "not_redeemed", agentId });
    expect(await told("release_not_executed")).toEqual([ownerId, sponsorId, first].sort());
    const news = await sent();
    expect(news.find(({ type }) => type === "release.expired")?.data).toMatchObject({ releaseId: id, holdId: itemId });
    expect(news.find(({ type }) => type === "alert.raised")?.data).toMatchObject({ alert: "release_not_executed" });
    expect(await run(61)).toMatchObject({ expire_release: 0 });
  });

  test("that was redeemed and not reported is an alert once, stays redeemed, and stays closed when somebody closed it", async () => {
    const { itemId, id } = await release({ state: "redeemed", outcomeDueAt: at(90) });
    await run(89);
    expect(await reader().alert.count()).toBe(0);
    expect(await run(90)).toMatchObject({ miss_outcome: 1, expire_release: 0 });
    expect([await stateOf(id), (await itemOf(itemId)).state]).toEqual(["redeemed", "released"]);
    expect(await actionsOf(itemId)).toEqual(["alert.raised"]);
    await runSql(database.superuserUrl, "UPDATE alert SET closed_at = now()");
    expect(await run(91)).toMatchObject({ miss_outcome: 0 });
    expect(await told("release_not_executed")).toHaveLength(3);
  });

  test("that was reported, revoked or expired before is left alone", async () => {
    for (const state of ["executed", "failed", "revoked", "expired"] as const) {
      const { id } = await release({ state, outcomeDueAt: at(10) });
      await run(1000);
      expect(await stateOf(id)).toBe(state);
    }
    expect(await reader().alert.count()).toBe(0);
  });
});

describe("the clocks", () => {
  test("of two processes at once do everything exactly once", async () => {
    const ids: string[] = [];
    for (let index = 0; index < 16; index += 1) {
      ids.push(await add({ dueAt: index % 2 === 0 ? at(0) : at(60), remindAt: at(-1), escalateAt: at(-1) }));
    }
    const counts = await Promise.all([run(), run(), run()]);
    const sum = (step: string) => counts.reduce((total, count) => total + (count[step] ?? 0), 0);
    expect(["expire_item", "remind_item", "escalate_item", "failed"].map(sum)).toEqual([8, 8, 8, 0]);
    for (const [index, id] of ids.entries()) {
      const actions = (await actionsOf(id)).sort();
      expect(actions).toEqual(index % 2 === 0 ? ["held_item.expired"] : ["held_item.escalated", "held_item.reminded"]);
    }
  }, 60_000);

  test("that are set back do nothing twice", async () => {
    const ids = [
      await add({ dueAt: at(0) }),
      await add({ dueAt: at(120), remindAt: at(-10), escalateAt: at(-10), escalationIds: [lawyer, second] }),
      await add({ state: "claimed", claim: { personId: first, until: at(-5) } }),
    ];
    await run(0);
    const before = await Promise.all(ids.map(actionsOf));
    for (const minutes of [-60, -30, 0, 1]) await run(minutes);
    expect(await Promise.all(ids.map(actionsOf))).toEqual(before);
    expect(before.map((actions) => actions.length)).toEqual([1, 2, 1]);
  });

  test("leave an item to whoever has it locked, wait for nobody, and come back to it", async () => {
    const { default: pg } = await import("pg");
    const [locked, free] = [await add({ dueAt: at(0) }), await add({ dueAt: at(0) })];
    const client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    await client.query("BEGIN");
    await client.query("SELECT 1 FROM held_item WHERE id = $1 FOR UPDATE", [locked]);
    expect(await run()).toMatchObject({ expire_item: 1, failed: 0 });
    expect((await itemOf(free)).state).toBe("expired");
    await client.query("ROLLBACK");
    await client.end();
    expect(await run()).toMatchObject({ expire_item: 1 });
    expect((await itemOf(locked)).state).toBe("expired");
  });

  test("go on past an item that cannot be done, and through more than a batch", async () => {
    const broken = await add({ dueAt: at(0) });
    await addCopies(broken, 205);
    await runSql(
      database.superuserUrl,
      `CREATE FUNCTION break_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$;
       CREATE TRIGGER break_one BEFORE UPDATE ON held_item FOR EACH ROW WHEN (OLD.id = '${broken}') EXECUTE FUNCTION break_one()`,
    );
    const counts = await run();
    await runSql(database.superuserUrl, "DROP TRIGGER break_one ON held_item; DROP FUNCTION break_one()");
    expect(counts).toMatchObject({ expire_item: 205, failed: 1 });
    expect(await actionsOf(broken)).toEqual([]);
    expect(await run()).toMatchObject({ expire_item: 1, failed: 0 });
  }, 60_000);

  test.each([
    ["held_item", "UPDATE"],
    ["webhook_delivery", "INSERT"],
    ["notice", "INSERT"],
    ["audit_event", "INSERT"],
  ])(
    "whose process dies as it writes to %s leave the item as it was, and the next one does it once",
    async (table, verb) => {
      const itemId = await add({ dueAt: at(0) });
      const before = await itemOf(itemId);
      await runSql(
        database.superuserUrl,
        `CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
       CREATE TRIGGER die AFTER ${verb} ON ${table} FOR EACH ROW EXECUTE FUNCTION die()`,
      );
      expect(await run()).toMatchObject({ expire_item: 0, failed: 1 });
      await runSql(database.superuserUrl, `DROP TRIGGER die ON ${table}; DROP FUNCTION die()`);
      expect(await itemOf(itemId)).toEqual(before);
      expect([await actionsOf(itemId), await sent(), await told("item_expired")]).toEqual([[], [], []]);
      expect(await run()).toMatchObject({ expire_item: 1, failed: 0 });
      expect([(await actionsOf(itemId)).length, (await sent()).length]).toEqual([1, 1]);
    },
  );

  test("stop between two items when the process must end", async () => {
    await add({ dueAt: at(0) });
    const ctx = testContext({ kind: "system", process: "jobs" }, NOW);
    expect(await runReviewClocks(ctx, { stop: AbortSignal.abort() })).toMatchObject({ expire_item: 0 });
    expect(await run()).toMatchObject({ expire_item: 1 });
  });

  test("tell nobody what the customer wrote: it is in no webhook, notice, event or job", async () => {
    await add({ dueAt: at(0) });
    await add({ remindAt: at(0), escalateAt: at(0) });
    const itemId = await add();
    await addTestRelease({ itemId, agentId, state: "issued", issuedAt: at(-60), expiresAt: at(0) });
    await run();
    expect((await sent()).length).toBeGreaterThanOrEqual(5);
    expect(await findInDatabase(database.superuserUrl, CUSTOMERS_WORDS)).toEqual([]);
  });
});
