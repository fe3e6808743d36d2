import type { Transaction } from "@/lib/db/client";
import type { RequestContext } from "@/lib/identity/request-context";
import type { Json } from "@/lib/kernel/canonical-json";
import type { ComparableScope } from "@/lib/kernel/diff-scopes";
import { DomainError } from "@/lib/kernel/domain-error";
import { isWidening, type ScopeMove } from "@/lib/kernel/is-widening";
import { toScopeFacts } from "@/lib/scopes/scope-facts";
import type { ParsedScope } from "@/lib/scopes/scope-input";
import type { Wish } from "./move-scope";

type Place = { agentId: string; datasetId: string };

type Granted = Omit<ComparableScope, "rowBound" | "expiresAt"> & { rowBound: readonly unknown[]; expiresAt: Date };

/** What a scope grants, without the words about it. */
export function toComparable(scope: Granted): ComparableScope {
  const { purposes, fields, requiresCase, rowsPerRequestMax, rowsPerDayMax, subjectsPerDayMax } = scope;
  const caps = { rowsPerRequestMax, rowsPerDayMax, subjectsPerDayMax };
  const rowBound = scope.rowBound as readonly Json[];
  return { purposes, fields, requiresCase, ...caps, rowBound, expiresAt: scope.expiresAt.toISOString() };
}

/** The live scopes of an agent on a dataset, by their ids, as they are compared. */
export async function listLiveScopes(
  tx: Transaction,
  { agentId, datasetId }: Place,
  now: Date,
): Promise<Map<string, ComparableScope>> {
  const scopes = await tx.scope.findMany({
    where: { agentId, datasetId, revokedAt: null },
    orderBy: { id: "asc" },
    select: {
      id: true,
      version: true,
      versions: { orderBy: { number: "desc" }, take: 1, include: { fields: { orderBy: { fieldName: "asc" } } } },
    },
  });
  return new Map(
    scopes.flatMap(({ id, versions: [version] }) => {
      if (version === undefined || version.expiresAt <= now) return [];
      const { fields, rowBound, ...facts } = toScopeFacts(version);
      const { rowsPerDayMax, subjectsPerDayMax } = version;
      const treatments = Object.fromEntries(version.fields.map((field) => [field.fieldName, field.treatment]));
      return [
        [
          id,
          {
            ...facts,
            rowsPerDayMax,
            subjectsPerDayMax,
            fields: treatments,
            rowBound: Array.isArray(rowBound) ? rowBound : [],
          },
        ],
      ];
    }),
  );
}

/** A change as the two-person rule judges it. A scope that has ended counts as none: bringing it back is a widening. */
export async function loadScopeMove(
  tx: Transaction,
  place: Place,
  { scopeId, after }: { scopeId: string | null; after: ParsedScope | null },
  now: Date,
): Promise<ScopeMove> {
  const live = await listLiveScopes(tx, place, now);
  const before = live.get(scopeId ?? "") ?? null;
  live.delete(scopeId ?? "");
  return { before, after: after === null ? null : toComparable(after), others: [...live.values()] };
}

/** Whether the two-person rule is on, held as it is until the transaction ends. */
export async function isTwoPersonRuleOn(tx: Transaction): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isOn: boolean }[]>`
    SELECT is_two_person_rule_on AS "isOn" FROM access_settings WHERE id = 1 FOR SHARE`;
  return rows[0]?.isOn ?? true;
}

/** Whether this person alone may not make the change. Our own processes set up what their operator asked for. */
export async function needsSecondPerson(tx: Transaction, { actor }: RequestContext, move: ScopeMove): Promise<boolean> {
  return actor.kind === "person" && isWidening(move) && (await isTwoPersonRuleOn(tx));
}

/** Throws `conflict` where this person alone may not: the console proposes instead. */
export async function assertMayAlone(tx: Transaction, ctx: RequestContext, wish: Wish): Promise<void> {
  const { locked, scope, ...place } = wish;
  const move = await loadScopeMove(tx, place, { scopeId: locked?.scopeId ?? null, after: scope }, ctx.now);
  if (await needsSecondPerson(tx, ctx, move))
    throw new DomainError("conflict", "This lets the agent see more, and the two-person rule is on: propose it.");
}
