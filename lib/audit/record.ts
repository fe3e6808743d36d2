import { setImmediate } from "node:timers/promises";
import { getRecordPool } from "@/lib/db/pool";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { CapAnswer, type CapClaim } from "./cap-claim";
import type { AuditEvent, OneOrMore } from "./event";
import { INSERT_COUNTED_EVENTS, INSERT_EVENTS } from "./record-sql";
import { type EventRow, toEventRow } from "./to-row";

const BATCH_ROWS_MAX = 500;

/** A second insert starts beside the first when enough callers wait: one is then sent while the other is being made durable. */
const WRITERS_MAX = 2;
const QUEUE_FOR_ANOTHER = 8;

/** How many callers may wait for the log before new ones are refused: memory stays bounded when the database is slow. */
const WAITING_MAX = 20_000;

/** Canonical JSON escapes control characters, so a raw one parts texts without the cost of quoting each. The statement names it too. */
const TEXT_SEPARATOR = "\u001e";

/** What is known once events are stored: their ids, and the policy's version in the same statement. */
export type Durable = { policyVersion: bigint; eventIds: readonly string[] };

type Waiting = {
  rows: EventRow[];
  /** The policy version that they rest on: at another one they are not stored. Null where they rest on none. */
  onlyAt: string | null;
  /** What the first row takes of caps; null where it takes nothing. */
  claim: CapClaim | null;
  resolve: (durable: Durable | CapAnswer | null) => void;
  reject: (error: unknown) => void;
};

const queue: Waiting[] = [];
let writing = 0;

function takeBatch(): Waiting[] {
  let rows = 0;
  let taken = 0;
  while (taken < queue.length && (rows === 0 || rows + (queue[taken]?.rows.length ?? 0) <= BATCH_ROWS_MAX)) {
    rows += queue[taken]?.rows.length ?? 0;
    taken += 1;
  }
  return queue.splice(0, taken);
}

/** Beside each row the claim that it stands for. */
function toClaims({ rows, claim }: Waiting): (string | null)[] {
  return rows.map((_, index) => (claim === null || index > 0 ? null : JSON.stringify(claim)));
}

/** By agent, as every batch of every process: two that claim from the same agents take their counters in the same order. */
function inClaimOrder(batch: readonly Waiting[]): Waiting[] {
  const keyOf = ({ claim }: Waiting): string => claim?.holders[0]?.id ?? "";
  return [...batch].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

type Written = { version: string; ids: string[]; answers: Record<string, unknown> | null };

async function writeBatch(unordered: Waiting[]): Promise<void> {
  const hasClaims = unordered.some(({ claim }) => claim !== null);
  const batch = hasClaims ? inClaimOrder(unordered) : unordered;
  const rows = batch.flatMap((one) => one.rows);
  const { rows: written } = await getRecordPool().query<Written>({
    name: hasClaims ? "record_counted_events" : "record_events",
    text: hasClaims ? INSERT_COUNTED_EVENTS : INSERT_EVENTS,
    values: [
      rows.map((row) => row.id),
      rows.map((row) => row.at),
      rows.map((row) => row.action),
      rows.map((row) => row.actorKind),
      rows.map((row) => row.actorId),
      rows.map((row) => row.agentId),
      rows.map((row) => row.keyId),
      rows.map((row) => row.sourceId),
      rows.map((row) => row.datasetId),
      rows.map((row) => row.decision),
      rows.map((row) => row.reason),
      rows.map((row) => row.purpose),
      rows.map((row) => row.requestId),
      rows.map((row) => row.text).join(TEXT_SEPARATOR),
      batch.flatMap((one) => one.rows.map(() => one.onlyAt)),
      ...(hasClaims ? [batch.flatMap(toClaims)] : []),
    ],
  });
  const [answer] = written;
  if (answer === undefined) throw new Error("the policy has no clock");
  const policyVersion = BigInt(answer.version);
  const stored = new Set(answer.ids);
  for (const one of batch) {
    const eventIds = one.rows.map((row) => row.id);
    const answered = answer.answers?.[eventIds[0] ?? ""];
    if (answered !== undefined) one.resolve(CapAnswer.parse(answered));
    else if (eventIds.every((id) => stored.has(id))) one.resolve({ policyVersion, eventIds });
    else if (one.onlyAt !== null) one.resolve(null);
    else one.reject(new Error("the log stored fewer events than it was given"));
  }
}

/** Callers that arrive while inserts are under way share the next one (group commit). */
async function drain(): Promise<void> {
  writing += 1;
  // Callers that were answered a moment ago ask again before the next turn: then they share this insert instead of each its own.
  await setImmediate();
  while (queue.length > 0) {
    const batch = takeBatch();
    try {
      await writeBatch(batch);
    } catch (error) {
      for (const one of batch) one.reject(error);
    }
    await setImmediate();
  }
  writing -= 1;
}

function enqueue(
  ctx: RequestContext,
  events: OneOrMore<AuditEvent>,
  onlyAt: string | null,
  claim: CapClaim | null = null,
): Promise<Durable | CapAnswer | null> {
  if (queue.length >= WAITING_MAX) {
    return Promise.reject(new DomainError("unavailable", "The audit log cannot keep up: try again in a moment."));
  }
  const rows = events.map((event) => toEventRow(ctx, event));
  return new Promise((resolve, reject) => {
    queue.push({ rows, onlyAt, claim, resolve, reject });
    if (writing === 0 || (writing < WRITERS_MAX && queue.length >= QUEUE_FOR_ANOTHER)) void drain();
  });
}

/**
 * Stores events outside a change, for the hot path. Resolves when they are durable. Rejects when durability is not certain: the caller
 * then releases nothing.
 */
export async function record(ctx: RequestContext, events: OneOrMore<AuditEvent>): Promise<Durable> {
  const durable = await enqueue(ctx, events, null);
  if (durable === null || !("eventIds" in durable)) throw new Error("an event that rests on no policy was not stored");
  return durable;
}

/** Stores events that rest on a version of the policy, or stores nothing and resolves with null when it is no longer the one in force. */
export async function recordAt(
  ctx: RequestContext,
  policyVersion: string,
  events: OneOrMore<AuditEvent>,
): Promise<Durable | null> {
  const durable = await enqueue(ctx, events, policyVersion);
  if (durable !== null && !("eventIds" in durable)) throw new Error("an event that claims nothing was counted");
  return durable;
}

/**
 * Stores an event that rests on a version of the policy and takes a part of caps: counted and stored together, or neither. Resolves with
 * null when the version is no longer in force, and with `refused` when a cap would be passed.
 */
export async function recordCounted(
  ctx: RequestContext,
  policyVersion: string,
  event: AuditEvent,
  claim: CapClaim,
): Promise<CapAnswer | null> {
  const answer = await enqueue(ctx, [event], policyVersion, claim);
  if (answer !== null && "eventIds" in answer) throw new Error("an event was stored and its claim not counted");
  return answer;
}
