import { lockAgent } from "@/lib/agents/lock-agent";
import type { ScopeEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import type { ScopeId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { assertScopeFits } from "@/lib/scopes/assert-scope-fits";
import { addScopeVersion, toScopeFacts } from "@/lib/scopes/scope-facts";
import type { ParsedScope } from "@/lib/scopes/scope-input";

/** Whose change it is, and when. */
export type Author = { authorId: string; now: Date };
export type Moved = { scopeId: ScopeId; version: number; event: ScopeEvent };
type Place = { agentId: string; datasetId: string };

/** Grants a scope as version 1. The agent must be locked, and the scope fit the catalogue. */
async function addScope(tx: Transaction, { authorId, now }: Author, place: Place, scope: ParsedScope): Promise<Moved> {
  const { agentId, datasetId } = place;
  const scopeId = newId(now) as ScopeId;
  await tx.scope.create({ data: { id: scopeId, agentId, datasetId, version: 1, createdAt: now } });
  const version = { id: newId(now), scopeId, number: 1, createdById: authorId, createdAt: now };
  const after = await addScopeVersion(tx, version, scope);
  const event = { action: "scope.granted", agentId, datasetId, scopeId, version: 1, note: scope.note, after } as const;
  return { scopeId, version: 1, event };
}

/** Adds a version to a scope that is locked. */
async function addVersion(
  tx: Transaction,
  { authorId, now }: Author,
  { scopeId, version, agentId, datasetId }: Place & { scopeId: string; version: number },
  scope: ParsedScope,
): Promise<Moved> {
  const before = await tx.scopeVersion.findUniqueOrThrow({
    where: { scopeId_number: { scopeId, number: version } },
    include: { fields: { orderBy: { fieldName: "asc" } } },
  });
  const number = version + 1;
  const row = { id: newId(now), scopeId, number, createdById: authorId, createdAt: now };
  const after = await addScopeVersion(tx, row, scope);
  await tx.scope.update({ where: { id: scopeId }, data: { version: number } });
  const facts = { agentId, datasetId, scopeId, version: number, note: scope.note };
  const event = { action: "scope.changed", ...facts, before: toScopeFacts(before), after } as const;
  return { scopeId: scopeId as ScopeId, version: number, event };
}

/** What is asked about an agent and a dataset; `locked` is the scope that is changed, null for a new one. */
export type Wish = Place & { locked: { scopeId: string; version: number } | null; scope: ParsedScope };

/** Locks the agent and checks a wish against its state and the catalogue. Throws `not_found`, `conflict` or `invalid_input`. */
export async function assertWish(tx: Transaction, { agentId, datasetId, scope }: Wish, now: Date): Promise<void> {
  await lockAgent(tx, agentId, "grant_scope");
  await assertScopeFits(tx, datasetId, scope, now);
}

/** Does what was asked, once `assertWish` has passed in the same transaction. */
export function fulfil(tx: Transaction, author: Author, { locked, scope, ...place }: Wish): Promise<Moved> {
  return locked === null ? addScope(tx, author, place, scope) : addVersion(tx, author, { ...place, ...locked }, scope);
}

/** Ends a scope that is locked. */
export async function endScope(
  tx: Transaction,
  now: Date,
  { note, ...facts }: Place & { scopeId: string; version: number; note: string },
): Promise<ScopeEvent> {
  await tx.scope.update({ where: { id: facts.scopeId }, data: { revokedAt: now } });
  return { action: "scope.revoked", ...facts, note };
}
