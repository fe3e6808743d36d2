import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";

export type LogAlarm = {
  id: string;
  at: Date;
  kind: string;
  /** The anchor that holds the evidence; null for the database itself. */
  anchor: string | null;
  expectedSize: number | null;
  foundSize: number | null;
  entry: number | null;
};
export type AnchorState = {
  anchor: string;
  /** The newest checkpoint it holds. */
  size: number | null;
  at: Date | null;
  failedSince: Date | null;
  failure: string | null;
};
export type LogState = {
  origin: string | null;
  /** Entries in the tree. */
  size: number;
  headAt: Date | null;
  /** When somebody or something last recomputed the whole log, and how that came out. */
  verified: { at: Date; size: number; isIntact: boolean } | null;
  /** Events that wait for their place, counted up to 10,000. */
  waiting: number;
  anchors: AnchorState[];
  /** Open alarms, newest first: shown on every page. */
  alarms: LogAlarm[];
};

const toNumber = (value: bigint | null): number | null => (value === null ? null : Number(value));

async function findVerified(): Promise<LogState["verified"]> {
  const row = await reader().logVerification.findFirst({ orderBy: { id: "desc" } });
  return row === null ? null : { at: row.at, size: Number(row.size), isIntact: row.isIntact };
}

async function countWaiting(): Promise<number> {
  const rows = await reader().$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM (SELECT 1 FROM log_queue LIMIT 10000) AS queued`;
  return rows[0]?.waiting ?? 0;
}

/** How the log stands: its size, its anchors, what waits, and what is wrong with it. Cheap enough for every page. */
export async function getLogState(ctx: RequestContext): Promise<LogState> {
  authorize(ctx, "log:state");
  const [head, verified, waiting, anchors, alarms] = await Promise.all([
    reader().logHead.findUnique({ where: { id: 1 }, select: { origin: true, size: true, at: true } }),
    findVerified(),
    countWaiting(),
    reader().logAnchoring.findMany({ orderBy: { anchor: "asc" } }),
    reader().logAlarm.findMany({
      where: { acknowledgedAt: null },
      orderBy: { id: "desc" },
      take: 20,
      select: { id: true, at: true, kind: true, anchor: true, expectedSize: true, foundSize: true, entry: true },
    }),
  ]);
  return {
    origin: head?.origin ?? null,
    size: Number(head?.size ?? 0),
    headAt: head?.at ?? null,
    verified,
    waiting,
    anchors: anchors.map((one) => ({ ...one, size: toNumber(one.size) })),
    alarms: alarms.map((one) => ({
      ...one,
      expectedSize: toNumber(one.expectedSize),
      foundSize: toNumber(one.foundSize),
      entry: toNumber(one.entry),
    })),
  };
}
