import pg from "pg";
import { getReaderPool } from "@/lib/db/pool";
import { addTestAgent, addTestPerson } from "@/lib/agents/agents-fixture";
import { testPerson } from "@/lib/identity/test-contexts";
import type { RequestContext } from "@/lib/identity/request-context";
import { getHeldItem } from "@/lib/reviews/get-held-item";
import { listHeldItems, type ListHeldItemsInput } from "@/lib/reviews/list-held-items";
import { addReviewedAgent, holdMessage } from "@/lib/reviews/reviews-fixture";
import type { BenchTable } from "./classification";
import type { BenchDatabase } from "./gate-database";
import { makeInboxItems } from "./inbox-items";

const ITEMS = 100_000;
const WAITING_PER_MILLE = 600;
const WARM = 5;
const RUNS = 60;
const AIM_MS = 100;
const OPENED = "one item opened, not a list";

const PLAIN = "SELECT id, kind, risk, state, due_at FROM held_item ORDER BY id DESC LIMIT 51";

type Case = { name: string; input: ListHeldItemsInput };

function toCases(agentIds: readonly string[], queueId: string): Case[] {
  const [, few = "", rare = ""] = agentIds;
  return [
    { name: "waiting", input: {} },
    { name: "waiting, one kind", input: { kind: "complaint" } },
    { name: "waiting, one queue", input: { queueId } },
    { name: "waiting, one agent in a hundred", input: { agentId: few } },
    { name: "waiting, one agent in ten thousand", input: { agentId: rare } },
    { name: "waiting, kind and risk", input: { kind: "legal_issue", risk: "high" } },
    { name: "waiting, a rare language", input: { language: "mt" } },
    { name: "waiting, claimed by others", input: { claimed: "others" } },
    { name: "waiting, claimed by nobody", input: { claimed: "nobody" } },
    { name: "waiting, by a part of a name", input: { text: "rare" } },
    { name: "waiting, nothing fits", input: { text: "nobody is called so" } },
    { name: "mine", input: { view: "mine" } },
    { name: "decided", input: { view: "decided" } },
    { name: "decided, one kind", input: { view: "decided", kind: "payment_dispute" } },
    { name: "decided, a rare language", input: { view: "decided", language: "mt" } },
    { name: "all", input: { view: "all" } },
    { name: "all, one agent in ten thousand", input: { view: "all", agentId: rare } },
    { name: "all, a rare language", input: { view: "all", language: "mt" } },
  ];
}

/** The same list deep inside: the page after the middle. */
async function toDeepCase(ctx: RequestContext): Promise<Case> {
  const { rows } = await getReaderPool().query<{ place: string }>(
    `SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '_' || id AS place FROM held_item
     WHERE state = 'open' ORDER BY due_at, id OFFSET ${(ITEMS * WAITING_PER_MILLE) / 2_000} LIMIT 1`,
  );
  const after = rows[0]?.place ?? "";
  const { rows: page } = await listHeldItems(ctx, { after });
  if (page.length === 0) throw new Error("the page in the middle is empty");
  return { name: "waiting, a page in the middle", input: { after } };
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function time(call: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await call();
  return performance.now() - from;
}

/** A verb and the plain query take turns, so that both meet the same machine. */
async function measure(call: () => Promise<unknown>): Promise<{ ours: number[]; plain: number[] }> {
  const ours: number[] = [];
  const plain: number[] = [];
  for (let run = -WARM; run < RUNS; run += 1) {
    const times = [await time(call), await time(() => getReaderPool().query(PLAIN))] as const;
    if (run < 0) continue;
    ours.push(times[0]);
    plain.push(times[1]);
  }
  return { ours, plain };
}

/** As the server's own cleaning does within minutes; the application's role may not. */
async function vacuum(sourceUrl: string): Promise<void> {
  const url = new URL(sourceUrl);
  url.pathname = "/bench";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query("VACUUM (ANALYZE) held_item, submission");
  await client.end();
}

async function prepare(sourceUrl: string): Promise<{ ctx: RequestContext; calls: [string, () => Promise<unknown>][] }> {
  const reviewerId = await addTestPerson(["reviewer"]);
  const ownerId = await addTestPerson();
  const agentIds = [
    await addTestAgent(ownerId, ownerId, "Inbox usual"),
    await addTestAgent(ownerId, ownerId, "Inbox few"),
    await addTestAgent(ownerId, ownerId, "Inbox rare"),
  ] as const;
  await makeInboxItems({ count: ITEMS, agentIds, reviewerId, waitingPerMille: WAITING_PER_MILLE });
  await vacuum(sourceUrl);
  const ctx = testPerson(["reviewer"], await addTestPerson(["reviewer"]));
  const itemId = await holdMessage(await addReviewedAgent());
  const { rows } = await getReaderPool().query<{ id: string }>("SELECT id FROM review_queue WHERE name = 'Complaints'");
  const cases = [...toCases(agentIds, rows[0]?.id ?? ""), await toDeepCase(ctx)];
  const lists = cases.map(({ name, input }): [string, () => Promise<unknown>] => [
    name,
    () => listHeldItems(ctx, input),
  ]);
  return { ctx, calls: [...lists, [OPENED, () => getHeldItem(ctx, itemId)]] };
}

/** The inbox's lists among 100,000 items, by the verb that the page calls, beside a plain `SELECT … LIMIT 51`. */
export async function benchInbox({ sourceUrl }: BenchDatabase): Promise<BenchTable> {
  const { calls } = await prepare(sourceUrl);
  const rows: (string | number)[][] = [];
  let slowest = 0;
  for (const [name, call] of calls) {
    const { ours, plain } = await measure(call);
    const [p50, p95] = [quantile(ours, 0.5), quantile(ours, 0.95)];
    const [plain50, plain95] = [quantile(plain, 0.5), quantile(plain, 0.95)];
    if (name !== OPENED) slowest = Math.max(slowest, p95);
    const inMs = (value: number): string => `${value.toFixed(1)} ms`;
    rows.push([name, inMs(p50), inMs(p95), inMs(plain50), inMs(plain95), `${(p50 / plain50).toFixed(1)}×`]);
  }
  return {
    title: `The inbox with ${ITEMS.toLocaleString("en")} items, ${WAITING_PER_MILLE / 10} % of them waiting`,
    columns: ["list", "p50", "p95", "plain p50", "plain p95", "p50 ratio"],
    rows,
    notes: [
      `Aim: p95 of each list below ${AIM_MS} ms. ${slowest < AIM_MS ? "Reached." : `NOT reached: ${slowest.toFixed(0)} ms.`}`,
    ],
  };
}
