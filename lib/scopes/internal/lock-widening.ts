import type { Transaction } from "@/lib/db/client";
import { isPermitted } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { Permission } from "@/lib/identity/permissions";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { type WideningKind, type WideningVerb, wideningCan } from "@/lib/kernel/widening-state";
import { ScopeInput } from "@/lib/scopes/scope-input";

export type LockedWidening = {
  kind: WideningKind;
  agentId: string | null;
  datasetId: string | null;
  scopeId: string | null;
  baseVersion: number | null;
  proposed: unknown;
  note: string;
  proposedById: string;
};

/** A person as the database has them in this transaction: a role that was taken away a moment ago counts no more. */
async function mayNow(
  tx: Transaction,
  ctx: RequestContext,
  personId: string,
  permission: Permission,
): Promise<boolean> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { status: true, roles: true } });
  if (person?.status !== "active") return false;
  return isPermitted({ ...getPersonActor(ctx), roles: person.roles }, permission);
}

/** What a person needs to have proposed it, and to decide it. */
function toPermissions(kind: WideningKind): { proposer: Permission; decider: Permission } {
  return kind === "rule_off"
    ? { proposer: "access_settings:write", decider: "access_settings:write" }
    : { proposer: "scope:write", decider: "widening:decide" };
}

/** Whether the scope changed, or ended, since the widening was proposed. */
export async function isStale(tx: Transaction, { scopeId, baseVersion }: LockedWidening): Promise<boolean> {
  if (scopeId === null || baseVersion === null) return false;
  const scope = await tx.scope.findUnique({ where: { id: scopeId }, select: { version: true, revokedAt: true } });
  return scope === null || scope.revokedAt !== null || scope.version !== baseVersion;
}

/** Locks a widening that this person may decide so. Throws `not_found`, `conflict` or `not_permitted`, with the state table's reason. */
export async function lockWidening(
  tx: Transaction,
  ctx: RequestContext,
  wideningId: string,
  verb: WideningVerb,
): Promise<LockedWidening> {
  const { personId } = getPersonActor(ctx);
  await tx.$executeRaw`SELECT 1 FROM widening WHERE id = ${wideningId}::uuid FOR UPDATE`;
  const widening = await tx.widening.findUnique({ where: { id: wideningId } });
  if (widening === null) throw new DomainError("not_found", "There is no such widening.");
  const { kind, state, proposedById } = widening;
  if (widening.scopeId !== null)
    await tx.$executeRaw`SELECT 1 FROM scope WHERE id = ${widening.scopeId}::uuid FOR UPDATE`;
  const facts = { state, isOwn: proposedById === personId, isStale: await isStale(tx, widening) };
  const permit = wideningCan(verb, facts);
  if (!permit.ok) throw new DomainError(permit.code === "own" ? "not_permitted" : "conflict", permit.why);
  const { proposer, decider } = toPermissions(kind);
  if (verb !== "withdraw" && !(await mayNow(tx, ctx, personId, decider)))
    throw new DomainError("not_permitted", "Your roles do not let you decide this: ask an admin.");
  if (verb === "approve" && !(await mayNow(tx, ctx, proposedById, proposer)))
    throw new DomainError("conflict", "Whoever proposed it may not do so any more: have it proposed again.");
  return widening;
}

/** The scope as it was proposed. */
export function toProposedScope({ proposed }: Pick<LockedWidening, "proposed">) {
  return proposed === null ? null : ScopeInput.parse(proposed);
}
