import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { AuditEvent } from "@/lib/audit/event";
import { record } from "@/lib/audit/record";
import type { Transaction } from "@/lib/db/client";
import { authorizeAgent } from "@/lib/identity/authorize-agent";
import type { AgentActor, RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { ReleaseId } from "@/lib/kernel/ids";
import { reviewCan } from "@/lib/kernel/review-state";
import { HOLD_STATES, RELEASE_STATES, type ReleaseState } from "@/lib/kernel/vocabulary";
import { raiseAlert } from "@/lib/notices/raise-alert";
import { tellPeople } from "@/lib/notices/tell-people";
import { getCurrentPolicy } from "@/lib/policy/get-current-policy";
import { findKeyObstacle } from "@/lib/kernel/decide-access";
import { refuseKey } from "@/lib/policy/refuse-key";
import { seal } from "@/lib/runtime/keyring";
import { parseAgentInput } from "./internal/parse-agent-input";
import { toUnavailable } from "./internal/to-unavailable";
import { strictInput } from "./strict-input";

const NOTE_LENGTH_MAX = 4_000;

export const ReportOutcomeInput = strictInput({
  releaseId: z.uuid("names no release"),
  outcome: z
    .enum(["executed", "failed"], "must be executed or failed")
    .meta({ description: "Whether what was approved was done." }),
  note: z
    .string("must be a text")
    .trim()
    .min(1, "must not be empty; leave it out when there is none")
    .max(NOTE_LENGTH_MAX, `must be at most ${NOTE_LENGTH_MAX} characters`)
    .optional()
    .meta({ description: "What there is to say about it; kept sealed." }),
});
type Report = z.output<typeof ReportOutcomeInput>;
export type ReportedOutcome = { releaseId: ReleaseId; outcome: "executed" | "failed" };

const Locked = z.array(
  z.object({
    id: z.string(),
    state: z.enum(RELEASE_STATES),
    itemId: z.string(),
    itemState: z.enum(HOLD_STATES),
    ownerId: z.string(),
    sponsorId: z.string(),
  }),
);
type LockedRelease = z.output<typeof Locked>[number];

async function lock(tx: Transaction, releaseId: string, { agentId }: AgentActor): Promise<LockedRelease> {
  const rows = await tx.$queryRaw`
    WITH item AS MATERIALIZED (
      SELECT i.id, i.state, i.agent_id FROM held_item i
      WHERE i.id = (SELECT item_id FROM release WHERE id = ${releaseId}::uuid AND agent_id = ${agentId}::uuid)
      FOR UPDATE)
    SELECT r.id::text, r.state::text, i.id::text AS "itemId", i.state::text AS "itemState",
      a.owner_id::text AS "ownerId", a.sponsor_id::text AS "sponsorId"
    FROM item i JOIN release r ON r.item_id = i.id JOIN agent a ON a.id = i.agent_id
    FOR UPDATE OF r`;
  const [release] = Locked.parse(rows);
  if (release === undefined) throw new DomainError("not_found", "There is no such release.", "releaseId");
  return release;
}

const NOT_TO_REPORT: { readonly [S in Exclude<ReleaseState, "redeemed">]: string } = {
  issued: "It is not redeemed: redeem it before it is done.",
  executed: "It is reported as executed already.",
  failed: "It is reported as failed already.",
  expired: "It expired and was never redeemed, so there is nothing to report.",
  revoked: "It was taken back and never redeemed, so there is nothing to report.",
};

/** A failure is for people to look into: an alert, and its owner and sponsor are told. */
async function tellFailure(tx: Transaction, now: Date, agentId: string, release: LockedRelease): Promise<AuditEvent[]> {
  const { itemId, ownerId, sponsorId } = release;
  await tellPeople(tx, now, { topic: "release_failed", itemId, personIds: [ownerId, sponsorId] });
  const alert = await raiseAlert(tx, now, { topic: "release_failed", agentId, itemId });
  return alert === null ? [] : [alert];
}

async function report(ctx: RequestContext, actor: AgentActor, asked: Report): Promise<ReportedOutcome> {
  const { releaseId, outcome, note } = asked;
  const { agentId, keyId } = actor;
  return commit(ctx, async (tx) => {
    const release = await lock(tx, releaseId, actor);
    const { id, state, itemId, itemState } = release;
    if (state !== "redeemed") throw new DomainError("conflict", NOT_TO_REPORT[state]);
    const permit = reviewCan("report", itemState);
    if (!permit.ok) throw new DomainError("conflict", permit.why);
    const place = { table: "release", column: "outcome_note_sealed", rowId: id };
    const outcomeNoteSealed = note === undefined ? null : seal(note, place);
    await tx.release.update({ where: { id }, data: { state: outcome, outcomeAt: ctx.now, outcomeNoteSealed } });
    await tx.heldItem.update({
      where: { id: itemId },
      data: { state: permit.to, endedAt: ctx.now, revision: { increment: 1 } },
    });
    const further = outcome === "failed" ? await tellFailure(tx, ctx.now, agentId, release) : [];
    const event = { action: "release.reported", itemId, agentId, releaseId: id, keyId, outcome } as const;
    return { result: { releaseId: id as ReleaseId, outcome }, events: [event, ...further] };
  });
}

/**
 * Reports what came of a redeemed release; late is better than never, and a stopped agent may too. A failure is an alert. Throws
 * `not_found` or `conflict`, which are in the log.
 */
export async function reportOutcome(ctx: RequestContext, input: unknown): Promise<ReportedOutcome> {
  const actor = authorizeAgent(ctx, "release:redeem");
  const asked = await parseAgentInput(ctx, actor, "release", ReportOutcomeInput, input);
  const { agentId, keyId } = actor;
  const { snapshot } = await getCurrentPolicy(agentId);
  const obstacle = findKeyObstacle(keyId, snapshot, ctx.now.getTime());
  if (obstacle !== null) throw await refuseKey(ctx, obstacle, actor);
  try {
    return await report(ctx, actor, asked);
  } catch (error) {
    const failure = toUnavailable(error);
    if (failure.code === "unavailable") throw failure;
    const { releaseId } = asked;
    const event = { action: "release.refused", agentId, keyId, releaseId, reason: failure.code } as const;
    await record(ctx, [event]).catch((lost: unknown) => {
      throw toUnavailable(lost);
    });
    throw failure;
  }
}
