import type { AccessEvent } from "@/lib/audit/event";
import type { AgentActor, RequestContext } from "@/lib/identity/request-context";
import type { AccessDecision, AccessRequest, FieldOutcome } from "@/lib/kernel/access";
import { findCaseClaim } from "@/lib/cases/find-case-claim";
import { DomainError } from "@/lib/kernel/domain-error";
import type { DatasetFacts } from "@/lib/policy/agent-policy";
import { type ReadDoor, evaluateAccess } from "@/lib/policy/evaluate-access";
import { log } from "@/lib/runtime/log";
import { parseInput } from "@/lib/runtime/parse-input";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";
import { AccessDenied } from "@/lib/policy/access-denied";
import { authorizeAgent } from "@/lib/identity/authorize-agent";
import { openCursor, sealCursor } from "./cursor";
import { getPolicySource } from "./get-policy-source";
import { type ParsedRead, ReadInput } from "./read-input";
import { recordRejection } from "@/lib/policy/record-rejection";
import { recordFailure, recordRelease } from "@/lib/policy/record-release";
import { prepareRows } from "./read-rows";
import { toPayloadDigest, toSubjectRef } from "@/lib/policy/to-pseudonym";
import { isRead, type ReleasedRow, type Release, treatRows } from "./treat-rows";

export type ReadResult = {
  /** Names the decision's event: `explainDecision` tells why it came out so. */
  decisionId: string;
  dataset: string;
  purpose: string;
  /** Every field asked for, the withheld ones too. */
  fields: readonly FieldOutcome[];
  rows: readonly ReleasedRow[];
  /** For the next page, with everything else unchanged; null on the last one. */
  nextCursor: string | null;
};

export type ReadOptions = {
  door?: ReadDoor;
  /** As the agent sent it. */
  caseToken?: string | null;
};

type Allowed = { decision: Extract<AccessDecision, { effect: "allow" }>; facts: DatasetFacts; decisionId: string };
type Completed = Extract<AccessEvent, { action: "access.completed" }>;
/** Ends a read: `store` is given the event of its end, and the context at that moment. */
type End = (store: (at: RequestContext, event: Completed) => Promise<void>) => Promise<void>;

function toCaseId(claim: AccessRequest["case"]): string | null {
  return claim === null || claim === "unknown" ? null : claim.caseId;
}

function toReleases({ decision, facts }: Allowed): Release[] {
  return decision.fields.flatMap(({ field, treatment }) => {
    const column = facts.columns.get(field);
    return treatment === "withheld" || column === undefined ? [] : [{ column, treatment }];
  });
}

/** One SELECT and its treatment: the page as the agent gets it, and the customers it is about. */
async function readPage(actor: AgentActor, asked: ParsedRead & { caseId: string | null }, allowed: Allowed) {
  const { decision, facts } = allowed;
  const releases = toReleases(allowed);
  const read = releases.filter(isRead).map(({ column }) => column);
  const subjectKey = facts.columns.get(facts.subjectKey ?? "");
  const subject = subjectKey?.isUsable ? subjectKey : null;
  const { where = [], orderBy = [], fields = null } = asked;
  const prepared = prepareRows({
    facts,
    read: subject === null ? read : [...read, subject],
    rowBound: decision.rowBound,
    where,
    orderBy,
    isClear: decision.clear,
    limit: decision.limit,
  });
  const { agentId } = actor;
  const use = {
    agentId,
    datasetId: facts.datasetId,
    purpose: asked.purpose,
    query: { fields, where, orderBy, caseId: asked.caseId },
    plan: prepared.plan,
  };
  const after = asked.cursor === undefined ? null : openCursor(asked.cursor, use);
  const source = await getPolicySource(facts.sourceId, decision.basis.policyVersion);
  const { rows, next } = await prepared.run(source, after);
  const customers =
    subject === null ? [] : rows.map((row) => row[read.length] ?? null).filter((value) => value !== null);
  return {
    rows: treatRows(rows, releases),
    subjects: subject === null ? [] : [...new Set(customers)].map((value) => toSubjectRef(value, subject)),
    nextCursor: next === null ? null : sealCursor(next, use),
  };
}

function toFailure(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  log("error", "read_failed", toErrorFacts(error));
  return new DomainError(
    "unavailable",
    "The read failed inside Gatehouse, and nothing was released: an operator finds it in the log.",
  );
}

/** How an allowed read is ended, whichever way: `store` is given the event of its end, and the context of that moment. */
function startCompletion(
  ctx: RequestContext,
  { agentId, keyId }: AgentActor,
  { decisionId, facts: { datasetId, sourceId } }: Allowed,
  { purpose, startedAt, caseId }: { purpose: string; startedAt: number; caseId: string | null },
): End {
  return async (store) => {
    const durationMs = Math.round(performance.now() - startedAt);
    const about = {
      agentId,
      keyId,
      decisionId,
      datasetId,
      sourceId,
      purpose,
      durationMs,
      ...(caseId !== null && { caseId }),
    };
    const event: Completed = { action: "access.completed", ...about, outcome: "released", rowCount: 0, subjects: [] };
    await store({ ...ctx, now: new Date(ctx.now.getTime() + durationMs) }, event).catch((error: unknown) => {
      throw toFailure(error);
    });
  };
}

async function parseOrReject(
  ctx: RequestContext,
  actor: AgentActor,
  input: unknown,
  door: ReadDoor,
): Promise<ParsedRead> {
  try {
    return parseInput(ReadInput, input);
  } catch (error) {
    throw error instanceof DomainError ? await recordRejection(ctx, actor, door, error) : error;
  }
}

/**
 * One read from request to treated rows. The decision is durable before the source is asked, and what was released is durable before
 * it is returned. Throws `AccessDenied`, `invalid_input`, `unavailable` or an error of the source; then no row is released.
 */
export async function readDataset(
  ctx: RequestContext,
  input: unknown,
  { door = "read", caseToken = null }: ReadOptions = {},
): Promise<ReadResult> {
  const actor = authorizeAgent(ctx, "gateway:read");
  const startedAt = performance.now();
  const asked = await parseOrReject(ctx, actor, input, door);
  const { dataset, purpose, fields = null, where = [], orderBy = [], limit = null } = asked;
  const filterFields = where.map(({ field }) => field);
  const orderFields = orderBy.map(({ field }) => field);
  const request = { dataset, purpose, fields, filterFields, orderFields, limit, case: await findCaseClaim(caseToken) };
  const { decision, facts, decisionId, policy } = await evaluateAccess(ctx, actor, request, door);
  if (decision.effect === "deny" || facts === null) {
    const it = decision.effect === "deny" ? decision.it : undefined;
    throw new AccessDenied(decision.reason, decisionId, decision.fields, it, policy.vendor?.id);
  }
  const allowed = { decision, facts, decisionId };
  const caseId = toCaseId(request.case);
  const end = startCompletion(ctx, actor, allowed, { purpose, startedAt, caseId });
  const page = await readPage(actor, { ...asked, caseId }, allowed).catch(async (error: unknown) => {
    const failure = toFailure(error);
    await end((at, event) => recordFailure(at, event, failure));
    throw failure;
  });
  const { rows, subjects, nextCursor } = page;
  const released = { rowCount: rows.length, subjects, payloadDigest: toPayloadDigest(JSON.stringify(rows)) };
  // A case that was closed meanwhile lets nothing out either.
  const claim = await findCaseClaim(caseToken);
  await end((at, event) =>
    recordRelease(at, {
      request: { ...request, keyId: actor.keyId, case: claim, rowsUsed: new Map() },
      decision,
      event: { ...event, ...released },
    }),
  );
  return { decisionId, dataset, purpose, fields: decision.fields, rows, nextCursor };
}
