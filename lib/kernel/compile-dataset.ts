import type { DatasetPolicy, FieldOutcome, JoinedScopes, ScopePolicy } from "./access";
import { refersToCase } from "./row-condition";
import { type FieldTreatment, strictness } from "./vocabulary";

function joinField(field: string, isPresent: boolean, scopes: readonly ScopePolicy[]): FieldOutcome {
  const wanted = scopes.map((scope): FieldTreatment => scope.fields.get(field) ?? "withheld");
  if (wanted.every((treatment) => treatment === "withheld"))
    return { field, treatment: "withheld", reason: "field_withheld" };
  if (!isPresent) return { field, treatment: "withheld", reason: "field_vanished" };
  const strictest = wanted.reduce((a, b) => (strictness(b) > strictness(a) ? b : a));
  if (wanted.some((treatment) => treatment !== strictest))
    return { field, treatment: strictest, reason: "field_restricted" };
  return { field, treatment: strictest, reason: strictest === "clear" ? "granted" : "field_treated" };
}

function toBasis(scopes: readonly ScopePolicy[]): JoinedScopes["basis"] {
  return scopes.map(({ scopeId, version }) => ({ scopeId, version }));
}

/**
 * Joins scopes that apply to the same request: for each field the strictest treatment (withheld where one of them does not list it),
 * all row bounds, the lowest row limit, the earliest end. A further scope can only narrow.
 */
export function joinScopes(columns: ReadonlyMap<string, boolean>, scopes: readonly ScopePolicy[]): JoinedScopes {
  const all = [...columns].map(([field, isPresent]) => joinField(field, isPresent, scopes));
  const rowBound = scopes.flatMap((scope) => scope.rowBound);
  const clear = new Set(all.filter((outcome) => outcome.treatment === "clear").map((outcome) => outcome.field));
  return {
    scopes,
    expiresAt: Math.min(...scopes.map((scope) => scope.expiresAt)),
    treatments: new Map(all.map((outcome) => [outcome.field, outcome])),
    isClear: (field) => clear.has(field),
    all,
    rowBound,
    needsCase: scopes.some((scope) => scope.requiresCase) || rowBound.some(refersToCase),
    rowsPerRequestMax: Math.min(...scopes.map((scope) => scope.rowsPerRequestMax)),
    basis: toBasis(scopes),
  };
}

/** Prepares a dataset's scopes for fast decisions: one joined policy for each purpose that any of them lists, shared where it is the same. */
export function compileDataset(dataset: Omit<DatasetPolicy, "byPurpose" | "basis">): DatasetPolicy {
  const { columns, scopes } = dataset;
  const joined = new Map<string, JoinedScopes>();
  const byPurpose = new Map<string, JoinedScopes>();
  for (const purpose of new Set(scopes.flatMap((scope) => [...scope.purposes]))) {
    const listing = scopes.filter((scope) => scope.purposes.has(purpose));
    const key = listing.map((scope) => scopes.indexOf(scope)).join();
    const one = joined.get(key) ?? joinScopes(columns, listing);
    joined.set(key, one);
    byPurpose.set(purpose, one);
  }
  return { ...dataset, byPurpose, basis: toBasis(scopes) };
}
