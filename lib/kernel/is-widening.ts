import { type ComparableScope, diffScopes, type ScopeChange } from "./diff-scopes";
import { type FieldTreatment, strictness, type Treatment } from "./vocabulary";

/** The strictest of caps; null is none. */
function leastOf(caps: readonly (number | null)[]): number | null {
  const set = caps.filter((cap) => cap !== null);
  return set.length === 0 ? null : Math.min(...set);
}

/** Scopes that apply to one request count as one, the strictest of each part. Null where none of them lists the purpose. */
function joinFor(purpose: string, scopes: readonly ComparableScope[]): ComparableScope | null {
  const listing = scopes.filter(({ purposes }) => purposes.includes(purpose));
  const [first] = listing;
  if (first === undefined) return null;
  const names = new Set(listing.flatMap(({ fields }) => Object.keys(fields)));
  const fields: { [field: string]: Treatment } = {};
  for (const name of names) {
    const wanted = listing.map((scope): FieldTreatment => scope.fields[name] ?? "withheld");
    const strictest = wanted.reduce((a, b) => (strictness(b) > strictness(a) ? b : a));
    if (strictest !== "withheld") fields[name] = strictest;
  }
  return {
    ...first,
    purposes: [purpose],
    fields,
    rowBound: listing.flatMap(({ rowBound }) => rowBound),
    requiresCase: listing.some(({ requiresCase }) => requiresCase),
    rowsPerRequestMax: Math.min(...listing.map(({ rowsPerRequestMax }) => rowsPerRequestMax)),
    rowsPerDayMax: leastOf(listing.map(({ rowsPerDayMax }) => rowsPerDayMax)),
    subjectsPerDayMax: leastOf(listing.map(({ subjectsPerDayMax }) => subjectsPerDayMax)),
  };
}

/** What a scope that grants nothing looks like beside this one: every part of a first version is a widening against it. */
function toNothing(scope: ComparableScope): ComparableScope {
  return { ...scope, purposes: [], fields: {} };
}

/** The parts of a change that let an agent see more. `before` is null for a new scope. */
export function listWidenedParts(before: ComparableScope | null, after: ComparableScope): ScopeChange[] {
  return diffScopes(before ?? toNothing(after), after).filter(({ direction }) => direction === "widens");
}

/**
 * Where scopes overlap the strictest counts, so taking a strict one away, or a purpose from it, lets the others show more: the purposes
 * for which that happens. Ends are left out: a scope's end comes by itself.
 */
export function listLoosened(before: readonly ComparableScope[], after: readonly ComparableScope[]): string[] {
  const purposes = new Set(after.flatMap((scope) => scope.purposes));
  return [...purposes].sort().filter((purpose) => {
    const was = joinFor(purpose, before);
    const is = joinFor(purpose, after);
    if (was === null || is === null) return false;
    return diffScopes({ ...was, expiresAt: is.expiresAt }, is).some(({ direction }) => direction === "widens");
  });
}

/** A change of one scope among the others that the agent has on the dataset. `before` null: a new scope. `after` null: it is revoked. */
export type ScopeMove = {
  readonly before: ComparableScope | null;
  readonly after: ComparableScope | null;
  /** The live scopes of the same agent and dataset beside it. */
  readonly others: readonly ComparableScope[];
};

/** Whether a change needs a second person where the two-person rule is on. Whatever only takes away does not. */
export function isWidening({ before, after, others }: ScopeMove): boolean {
  if (after !== null && listWidenedParts(before, after).length > 0) return true;
  const was = before === null ? others : [...others, before];
  const is = after === null ? others : [...others, after];
  return listLoosened(was, is).length > 0;
}
