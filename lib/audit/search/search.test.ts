import { beforeAll, describe, expect, it } from "vitest";
import fc from "fast-check";
import { getEvent } from "@/lib/audit/get-event";
import { indexAll } from "@/lib/audit/log-fixture";
import { commit } from "@/lib/audit/commit";
import { record } from "@/lib/audit/record";
import type { AccessEvent } from "@/lib/audit/event";
import { searchEvents, type SearchEventsInput } from "@/lib/audit/search-events";
import { summariseEvents } from "@/lib/audit/summarise-events";
import type { StoredEvent } from "@/lib/audit/stored-event";
import { toStoredEvent } from "@/lib/audit/stored-event";
import { connectClient } from "@/lib/db/connect-client";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { testContext, testPerson } from "@/lib/identity/test-contexts";
import { newId } from "@/lib/runtime/new-id";
import { EventFilters } from "./event-filters";
import { toEventQuery } from "./event-query";
import { findEvents, spansOf } from "./find-events";
import { hashTerm, toSearchTerms } from "./search-terms";

await createTestDatabase();
const asCompliance = () => testPerson(["compliance"]);
const START = new Date("2026-12-05T00:00:00Z").getTime();
const ids = (count: number): string[] => Array.from({ length: count }, () => newId(new Date()));
const [agents, datasets, keys] = [ids(6), ids(3), ids(6)];
const sourceId = newId(new Date());
const subjects = Array.from({ length: 9 }, (_, n) => `sub_${String(n).repeat(32)}`);
const FIELDS = ["email", "phone", "city", "name", "iban"];
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** An event of a number, everything about it following from the number, spread over three months. */
function makeEvent(n: number): { at: Date; event: AccessEvent } {
  const at = new Date(START + n * 90_000_000);
  const about = {
    agentId: pick(agents, n),
    keyId: pick(keys, n),
    datasetId: pick(datasets, n),
    sourceId,
  };
  if (n % 3 === 0) {
    const own = [pick(subjects, n), pick(subjects, n * 7)];
    const outcome = {
      decisionId: newId(at),
      purpose: "billing",
      outcome: "released",
      rowCount: n,
      durationMs: 1,
    } as const;
    return { at, event: { action: "access.completed", ...about, ...outcome, subjects: own } };
  }
  const decision = n % 5 === 0 ? "deny" : "allow";
  return {
    at,
    event: {
      action: "access.decided",
      ...about,
      dataset: "customers",
      decision,
      reason: decision === "deny" ? "scope_missing" : "granted",
      purpose: n % 2 === 0 ? "billing" : "customer_support",
      door: "read",
      fields: { [pick(FIELDS, n)]: "clear", [pick(FIELDS, n * 3 + 1)]: "mask" },
      filterFields: n % 7 === 0 ? ["iban"] : [],
      orderFields: [],
      limit: null,
      basis: { scopes: [], policyVersion: "1" },
    },
  };
}

let all: StoredEvent[] = [];
const COUNT = 90;

beforeAll(async () => {
  for (let n = 0; n < COUNT; n += 1) {
    const { at, event } = makeEvent(n);
    await record(testContext({ kind: "agent", agentId: pick(agents, n) as never, keyId: pick(keys, n) as never }, at), [
      event,
    ]);
  }
  await indexAll();
  const rows = await reader().auditEvent.findMany({ orderBy: { id: "desc" }, select: { text: true } });
  all = rows.map((row) => toStoredEvent(row.text));
});

const hasAny = (list: unknown, wanted: readonly string[]): boolean =>
  Array.isArray(list) && list.some((one) => wanted.includes(String(one)));

/** What the filters mean, told without an index. */
function fits(event: StoredEvent, filters: EventFilters): boolean {
  const of = (name: string): string => String(Reflect.get(event, name));
  const columns = ["agentId", "keyId", "datasetId", "action", "decision", "reason", "purpose"] as const;
  if (columns.some((name) => filters[name] !== undefined && !filters[name].includes(of(name) as never))) return false;
  if (filters.subject && !hasAny(Reflect.get(event, "subjects"), filters.subject)) return false;
  const touched = [
    ...Object.keys(Object(Reflect.get(event, "fields"))),
    ...((Reflect.get(event, "filterFields") as string[] | undefined) ?? []),
  ];
  if (filters.field && !hasAny(touched, filters.field)) return false;
  const time = new Date(event.at).getTime();
  return (!filters.from || time >= filters.from.getTime()) && (!filters.to || time < filters.to.getTime());
}

const some = <T>(list: readonly T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...list), { minLength: 1, maxLength: 2 }), { nil: undefined });
const anyFilters = fc.record(
  {
    agentId: some(agents),
    datasetId: some(datasets),
    action: some(["access.decided", "access.completed"] as const),
    decision: some(["allow", "deny"] as const),
    reason: some(["granted", "scope_missing", "nothing"]),
    purpose: some(["billing", "customer_support"]),
    subject: some(subjects),
    field: some([...FIELDS, "no_such_field"]),
    from: fc.option(
      fc.integer({ min: -5, max: COUNT }).map((n) => new Date(START + n * 90_000_000)),
      { nil: undefined },
    ),
  },
  { requiredKeys: [] },
);

/** Nothing but the index: as where the events wanted lie far below the newest. */
async function findByIndex(filters: EventFilters): Promise<string[]> {
  const { withSearch, toIndexed } = await import("./find-events");
  const query = await toEventQuery(filters);
  return withSearch(async (client) => {
    const { where, values } = toIndexed(query);
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM audit_facet WHERE id >= $1 AND id < $2 AND ${where} ORDER BY id DESC`,
      [query.low, query.high, ...values],
    );
    return rows.map((row) => row.id);
  });
}

describe("searching events", () => {
  it("finds exactly what fits, for any combination of filters, page after page", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters, fc.constantFrom(1, 5, 8_000), async (given, window) => {
        const filters = EventFilters.parse(given);
        const expected = all.filter((event) => fits(event, filters)).map(({ id }) => id);
        const query = await toEventQuery(filters);
        const found: string[] = [];
        for (let from: string | undefined; ; ) {
          const page = await findEvents<{ id: string }>(query, "e.id", { from, direction: "older", limit: 7, window });
          found.push(...page.map(({ id }) => id));
          from = page.at(-1)?.id;
          if (page.length < 7) break;
        }
        expect(found).toEqual(expected);
        const last = expected.at(-1);
        const forwards = await findEvents<{ id: string }>(query, "e.id", {
          from: last,
          direction: "newer",
          limit: 200,
        });
        expect(forwards.map(({ id }) => id).reverse()).toEqual(expected.slice(0, -1));
      }),
      { numRuns: 60 },
    );
  });

  it("has in its index whatever fits, and next to nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters, async (given) => {
        const filters = EventFilters.parse(given);
        const expected = all.filter((event) => fits(event, filters)).map(({ id }) => id);
        const indexed = await findByIndex(filters);
        expect(indexed).toEqual(expect.arrayContaining(expected));
        expect(indexed.filter((id) => !expected.includes(id))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("covers every moment once, in both directions, however far apart events lie", () => {
    fc.assert(
      fc.property(fc.nat(4e12), fc.nat(4e12), fc.constantFrom("older", "newer"), (a, b, direction) => {
        const [low, high] = [newId(new Date(Math.min(a, b))), newId(new Date(Math.max(a, b) + 1))];
        const spans = [...spansOf({ low, high, direction }, direction === "older" ? low : high)];
        const inOrder = direction === "older" ? spans.reverse() : spans;
        expect(inOrder[0]?.low).toBe(low);
        expect(inOrder.at(-1)?.high).toBe(high);
        for (const [index, span] of inOrder.entries()) if (index > 0) expect(span.low).toBe(inOrder[index - 1]?.high);
        expect(spans.length).toBeLessThan(40);
      }),
    );
  });

  it("finds an id wherever it stands: the event's own, the beginning of it, its request's, or one in it", async () => {
    const one = all[40];
    if (one === undefined) throw new Error("no event");
    const find = async (text: string) => (await searchEvents(asCompliance(), { text })).rows.map(({ id }) => id);
    expect(await find(one.id)).toEqual([one.id]);
    expect(await find(one.id.toUpperCase().slice(0, 13))).toContain(one.id);
    expect(await find(one.requestId)).toEqual([one.id]);
    expect(await find(pick(keys, 3))).toEqual(
      all.filter((event) => Reflect.get(event, "keyId") === pick(keys, 3)).map(({ id }) => id),
    );
    expect(await find(subjects[0] ?? "")).not.toEqual([]);
    expect(await find("00000000-0000-7000-8000-000000000000")).toEqual([]);
  });

  it.each([
    [{ from: "2026-12-06", to: "2026-12-05" }, "from"],
    [{ colour: "red" }, undefined],
    [{ agentId: Array.from({ length: 10_000 }, () => newId(new Date())) }, "agentId"],
    [{ action: "drop.table" }, "action"],
    [{ text: "' OR 1=1 --" }, "text"],
    [{ text: "0190000-" }, "text"],
    [{ subject: "Ada Lovelace" }, "subject"],
    [{ field: "x".repeat(1_000) }, "field"],
    [{ from: "yesterday-ish" }, "from"],
    [{ after: "1" }, "after"],
  ])("refuses %o, naming the filter and no value", async (input, field) => {
    const refused = await searchEvents(asCompliance(), input as SearchEventsInput).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: "DomainError", code: "invalid_input", ...(field ? { field } : {}) });
    expect(String(refused)).not.toContain("1=1");
    expect(String(refused)).not.toContain("Lovelace");
  });

  it("takes hostile text as text", async () => {
    const hostile = `"}'); DROP TABLE audit_event; --%_\\`;
    expect(
      (await searchEvents(asCompliance(), { field: hostile, reason: hostile.slice(0, 50), case: hostile })).rows,
    ).toEqual([]);
    expect(await reader().auditEvent.count()).toBeGreaterThan(COUNT);
  });

  it("finds what the index has not reached yet", async () => {
    const field = "brand_new_field";
    const { event } = makeEvent(1);
    await record(testContext({ kind: "anonymous" }), [{ ...event, fields: { [field]: "clear" } } as AccessEvent]);
    expect((await searchEvents(asCompliance(), { field })).rows).toHaveLength(1);
  });

  it("counts exactly, and shows where in time", async () => {
    const expected = all.filter((event) => fits(event, EventFilters.parse({ decision: "deny" })));
    const summary = await summariseEvents(asCompliance(), { decision: "deny", from: new Date(START), buckets: 12 });
    expect(summary.count).toEqual({ value: expected.length, isExact: true });
    expect(summary.buckets).toHaveLength(12);
    expect(summary.buckets.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
    expect(summary.isEstimate).toBe(false);
  });
});

describe("reading the audit", () => {
  it("is an event with the names of the filters and none of their values, once a minute for the same reading", async () => {
    const ctx = asCompliance();
    await searchEvents(ctx, { agentId: agents[0], subject: subjects[1] });
    await searchEvents(ctx, { agentId: agents[1], subject: subjects[2] });
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 61_000), requestId: newId(ctx.now) };
    await searchEvents(later, { agentId: agents[0], subject: subjects[1] });
    const events = await reader().auditEvent.findMany({
      where: { action: "audit.searched", actorId: ctx.actor.kind === "person" ? ctx.actor.personId : "" },
      select: { text: true },
    });
    expect(events).toHaveLength(2);
    for (const { text } of events) {
      expect(JSON.parse(text)).toMatchObject({ filters: ["agentId", "subject"] });
      expect(text).not.toContain(subjects[1]);
      expect(text).not.toContain(agents[0]);
    }
  });

  it("of one event is an event too", async () => {
    const ctx = asCompliance();
    await getEvent(ctx, all[3]?.id ?? "");
    expect(await reader().auditEvent.count({ where: { action: "audit.event_opened", requestId: ctx.requestId } })).toBe(
      1,
    );
  });

  it("can be left out of what is shown", async () => {
    const { rows } = await searchEvents(asCompliance(), { isWithoutAuditReads: true });
    expect(rows.filter(({ action }) => action.startsWith("audit."))).toEqual([]);
    expect((await searchEvents(asCompliance(), { action: "audit.searched" })).rows.length).toBeGreaterThan(0);
  });
});

it("the caller's trace is on every event of its request", async () => {
  const traceId = "0af7651916cd43dd8448eb211c80319c";
  const ctx = { ...testContext({ kind: "system", process: "cli" }), traceId, onBehalfOf: newId(new Date()) };
  await commit(ctx, async () => ({ result: null, events: [{ action: "audit.view_removed", viewId: newId(ctx.now) }] }));
  const row = await reader().auditEvent.findFirstOrThrow({
    where: { requestId: ctx.requestId },
    select: { text: true },
  });
  expect(toStoredEvent(row.text)).toMatchObject({ traceId, onBehalfOf: ctx.onBehalfOf });
});

it("terms of an event leave out what is its own, and spread well over the numbers", () => {
  const [event] = all;
  if (event === undefined) throw new Error("no event");
  expect(
    toSearchTerms(JSON.stringify(event)).some((term) => term.includes(event.id) || term.includes(event.requestId)),
  ).toBe(false);
  const hashes = new Set(
    Array.from({ length: 100_000 }, (_, n) => hashTerm(`s:sub_${n.toString(16).padStart(32, "0")}`)),
  );
  expect(hashes.size).toBeGreaterThan(99_990);
});

it("the index is filled once for each entry, whoever does it", async () => {
  const { indexBatch } = await import("./index-entries");
  const clients = await Promise.all([connectClient("index-one"), connectClient("index-two")]);
  await indexAll();
  await Promise.all(clients.map((client) => indexBatch(client)));
  await Promise.all(clients.map((client) => client.end()));
  const rows = await reader().$queryRaw<{ facets: number; entries: number }[]>`
    SELECT (SELECT count(*)::int FROM audit_facet) AS facets, (SELECT count(*)::int FROM log_entry) AS entries`;
  expect(rows[0]?.facets).toBe(rows[0]?.entries);
});
