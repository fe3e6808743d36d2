import pg from "pg";
import { EventFilters, type EventFiltersInput } from "@/lib/audit/search/event-filters";
import { countEvents } from "@/lib/audit/search/count-events";
import { toEventQuery } from "@/lib/audit/search/event-query";
import { findEvents } from "@/lib/audit/search/find-events";
import { LIST_COLUMNS } from "@/lib/audit/search-events";
import type { BenchTable } from "./classification";
import { startEmptyDatabase } from "./empty-database";
import { type MadeEvents, makeEvents } from "./make-events";
import { toFirstEventId } from "@/lib/audit/to-first-event-id";

const COUNT = Number(process.env["BENCH_EVENTS"] ?? "200000");
const AIM_MS = 50;
const AIM_RARE_MS = 300;
const RUNS = 40;

type Search = { name: string; filters: readonly EventFiltersInput[]; isRare?: true };

function listSearches({ agents, datasets, purposes, fields, reasons, subjects }: MadeEvents): Search[] {
  const pick = <T>(list: readonly T[], ...at: number[]): T[] =>
    at.map((n) => list[n]).filter((one) => one !== undefined);
  return [
    { name: "no filter", filters: [{}] },
    { name: "agent, common to rare", filters: pick(agents, 0, 10, 100, 199).map((agentId) => ({ agentId })) },
    { name: "dataset, common to rare", filters: pick(datasets, 0, 10, 39).map((datasetId) => ({ datasetId })) },
    {
      name: "action",
      filters: [{ action: "access.decided" }, { action: "access.completed" }, { action: "scope.granted" }],
    },
    { name: "decision", filters: [{ decision: "allow" }, { decision: "deny" }, { decision: "hold" }] },
    { name: "reason", filters: pick(reasons, 0, 6, 11).map((reason) => ({ reason })) },
    { name: "purpose", filters: pick(purposes, 0, 7).map((purpose) => ({ purpose })) },
    { name: "field", filters: pick(fields, 0, 119).map((field) => ({ field })) },
    { name: "customer, common to rare", filters: subjects.map((subject) => ({ subject })) },
    { name: "customer that is not there", filters: [{ subject: `sub_${"0".repeat(32)}` }] },
    {
      name: "agent and decision",
      filters: pick(agents, 0, 100, 199).map((agentId) => ({ agentId, decision: "deny" })),
    },
    {
      name: "dataset and action",
      filters: pick(datasets, 0, 39).map((datasetId) => ({ datasetId, action: "access.completed" })),
    },
    {
      name: "agent and dataset",
      filters: pick(agents, 3, 150).map((agentId) => ({ agentId, datasetId: datasets[20] ?? "" })),
    },
    { name: "field and decision", filters: pick(fields, 3, 80).map((field) => ({ field, decision: "deny" })) },
    {
      name: "four filters, rarest",
      isRare: true,
      filters: pick(agents, 50, 120, 199).map((agentId) => ({
        agentId,
        datasetId: datasets[30] ?? "",
        decision: "deny",
        field: fields[70] ?? "",
      })),
    },
  ];
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** First pages, and pages from places all over the period. */
async function measure(
  { filters }: Search,
  { from, to }: MadeEvents,
): Promise<{ first: number[]; deep: number[]; count: number[] }> {
  const queries = await Promise.all(filters.map((one) => toEventQuery(EventFilters.parse(one))));
  const [first, deep, count]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < RUNS; run += 1) {
    const query = queries[run % queries.length];
    if (query === undefined) continue;
    const place = { direction: "older", limit: 51 } as const;
    const share = ((run * 7919) % 1000) / 1000;
    const cursor = toFirstEventId(new Date(from.getTime() + (to.getTime() - from.getTime()) * share));
    first.push(await time(() => findEvents(query, LIST_COLUMNS, place)));
    deep.push(await time(() => findEvents(query, LIST_COLUMNS, { ...place, from: cursor })));
    if (run < queries.length * 3) count.push(await time(() => countEvents(query, 60)));
  }
  return { first, deep, count };
}

async function bytesPerEvent(url: string, count: number): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string; heap: string; indexes: string }>(`
    SELECT parent.relname AS name, sum(pg_table_size(child.oid)) AS heap, sum(pg_indexes_size(child.oid)) AS indexes
    FROM pg_inherits i JOIN pg_class parent ON parent.oid = i.inhparent JOIN pg_class child ON child.oid = i.inhrelid
    WHERE parent.relname IN ('audit_event', 'audit_facet') GROUP BY 1 ORDER BY 1`);
  await client.end();
  return rows
    .map(
      (row) =>
        `${row.name} ${Math.round(Number(row.heap) / count)} + ${Math.round(Number(row.indexes) / count)} of indexes`,
    )
    .join(", ");
}

const toMs = (times: readonly number[]): string =>
  `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)} ms`;

/** The audit table at the size that BENCH_EVENTS says (200,000 where it says none): server times of pages and counts, by filter. */
export async function benchAuditLog(): Promise<BenchTable> {
  const database = await startEmptyDatabase();
  try {
    const startedAt = performance.now();
    const made = await makeEvents(database.superuserUrl, COUNT, (line) => console.log(`  ${line}`));
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    const rows: (string | number)[][] = [];
    let isReached = true;
    for (const search of listSearches(made)) {
      const { first, deep, count } = await measure(search, made);
      const aim = search.isRare ? AIM_RARE_MS : AIM_MS;
      isReached &&= [first, deep].every((times) => quantile(times, 0.95) < aim);
      rows.push([search.name, ...[first, deep, count].map(toMs), `${aim} ms`]);
    }
    return {
      title: `The audit table at ${COUNT.toLocaleString("en")} events`,
      columns: [
        "filter",
        "first page p50 / p95",
        "deep page p50 / p95",
        "count and histogram p50 / p95",
        "aim for a page's p95",
      ],
      rows,
      notes: [
        `Made in ${seconds} s. Bytes per event: ${await bytesPerEvent(database.superuserUrl, COUNT)}.`,
        isReached ? "Aims reached." : "Aims NOT all reached.",
      ],
    };
  } finally {
    await database.stop();
  }
}
