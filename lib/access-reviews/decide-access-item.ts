import { z } from "zod";
import { suspendAgent } from "@/lib/agents/suspend-agent";
import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { previewNarrowing } from "@/lib/insights/preview-narrowing";
import { ACCESS_DECISIONS } from "@/lib/kernel/access-item-state";
import { DomainError } from "@/lib/kernel/domain-error";
import { FINDING_KINDS } from "@/lib/kernel/find-scope-findings";
import { ROLES } from "@/lib/kernel/vocabulary";
import { disablePerson } from "@/lib/people/disable-person";
import { setRoles } from "@/lib/people/set-roles";
import { parseInput } from "@/lib/runtime/parse-input";
import { narrowScope } from "@/lib/scopes/narrow-scope";
import { revokeScope } from "@/lib/scopes/revoke-scope";
import { type AccessItem, assertItemCan, endIfDone, lockAccessItem, toItemSubject } from "./internal/lock-access-item";

export const DecideAccessItemInput = z.object({
  itemId: z.uuid("names no item"),
  decision: z.enum(ACCESS_DECISIONS, "must be keep, narrow or revoke"),
  /** Of a scope: the finding whose narrowing is done. */
  finding: z.enum(FINDING_KINDS, "must be a finding").optional(),
  /** Of a person: the roles that stay. */
  roles: z.array(z.enum(ROLES)).optional(),
  note: z.string().trim().min(1, "say why in a sentence").max(500, "must be at most 500 characters"),
});
export type DecideAccessItemInput = z.input<typeof DecideAccessItemInput>;
type Decision = z.output<typeof DecideAccessItemInput>;

async function narrowItem(ctx: RequestContext, item: AccessItem, { finding, roles, note }: Decision): Promise<void> {
  if (item.kind === "roles") {
    const person = await reader().person.findUniqueOrThrow({ where: { id: item.subjectId }, select: { roles: true } });
    const kept = person.roles.filter((role) => roles?.includes(role));
    if (kept.length === person.roles.length || kept.length === 0)
      throw new DomainError("invalid_input", "Choose which roles stay: some of them, and not all.", "roles");
    return setRoles(ctx, { personId: item.subjectId, roles: kept });
  }
  if (finding === undefined)
    throw new DomainError("invalid_input", "Choose the finding to do something about.", "finding");
  const preview = await previewNarrowing(ctx, { scopeId: item.subjectId, finding });
  if (preview === null) throw new DomainError("conflict", "This is not found about the scope any more.", "finding");
  const { less, version } = preview;
  if (less === null) throw new DomainError("invalid_input", "This finding ends the scope: revoke it.", "finding");
  await narrowScope(ctx, { scopeId: item.subjectId, versionSeen: version, ...less, note });
}

/** Takes access away. What is gone already needs nothing more. */
async function revokeItem(ctx: RequestContext, { kind, subjectId }: AccessItem, note: string): Promise<void> {
  if (kind === "agent") {
    const agent = await reader().agent.findUniqueOrThrow({ where: { id: subjectId }, select: { state: true } });
    if (agent.state === "active") await suspendAgent(ctx, { agentId: subjectId, note });
  } else if (kind === "roles") {
    const person = await reader().person.findUniqueOrThrow({ where: { id: subjectId }, select: { status: true } });
    if (person.status !== "disabled") await disablePerson(ctx, { personId: subjectId });
  } else {
    const scope = await reader().scope.findUniqueOrThrow({ where: { id: subjectId }, select: { revokedAt: true } });
    if (scope.revokedAt !== null) return;
    const submitted = await revokeScope(ctx, { scopeId: subjectId, note });
    if (submitted.kind === "proposed")
      throw new DomainError(
        "conflict",
        "Ending this scope lets others show more, so another person has to agree first.",
      );
  }
}

/**
 * Keeps, narrows or revokes one item. The access changes first and the decision is stored after it, so that a decision is never on record
 * without its effect. Throws `not_permitted` or `conflict` by the state table, and whatever the change itself is refused with.
 */
export async function decideAccessItem(ctx: RequestContext, input: DecideAccessItemInput): Promise<void> {
  authorize(ctx, "access_review:decide");
  const parsed = parseInput(DecideAccessItemInput, input);
  const { itemId, decision, note } = parsed;
  const item = await reader().accessReviewItem.findUnique({ where: { id: itemId } });
  if (item === null) throw new DomainError("not_found", "There is no such item of an access review.");
  assertItemCan(ctx, item, decision);
  if (decision === "narrow") await narrowItem(ctx, item, parsed);
  if (decision === "revoke") await revokeItem(ctx, item, note);
  const { personId } = getPersonActor(ctx);
  return commit(ctx, async (tx) => {
    const locked = await lockAccessItem(tx, itemId);
    assertItemCan(ctx, locked, decision);
    const data = { outcome: decision, note, decidedById: personId, decidedAt: ctx.now };
    await tx.accessReviewItem.update({ where: { id: itemId }, data });
    const { reviewId } = locked;
    const isDone = await endIfDone(tx, reviewId, ctx.now);
    const event = { action: "access_review.decided", ...toItemSubject(locked), outcome: decision, note } as const;
    const ended = { action: "access_review.ended", reviewId, unanswered: 0 } as const;
    return { result: undefined, events: isDone ? [event, ended] : [event] };
  });
}
