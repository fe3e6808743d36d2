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

/**
 * Joins scopes that apply to the same request: for each field the strictest treatment (withheld where one of them does not list it),
 * all row bounds, the lowest row limit, the earliest end. A further scope can only narrow.
 */
export function joinScopes(columns: ReadonlyMap<string, boolean>, scopes: readonly ScopePolicy[]): JoinedScopes {
  const all = [...columns].map(([field, isPresent]) => joinField(field, isPresent, scopes));
  const rowBound = scopes.flatMap((scope) => scope.rowBound);
  return {
    scopes,
    expiresAt: Math.min(...scopes.map((scope) => scope.expiresAt)),
    treatments: new Map(all.map((outcome) => [outcome.field, outcome])),
    granted: all.filter((outcome) => outcome.treatment !== "withheld"),
    all,
    rowBound,
    needsCase: scopes.some((scope) => scope.requiresCase) || rowBound.some(refersToCase),
    rowsPerRequestMax: Math.min(...scopes.map((scope) => scope.rowsPerRequestMax)),
    basis: scopes.map(({ scopeId, version }) => ({ scopeId, version })),
  };
}

/** Prepares a dataset's scopes for fast decisions: one joined policy for each purpose that any of them lists. */
export function compileDataset(dataset: Omit<DatasetPolicy, "byPurpose">): DatasetPolicy {
  const purposes = new Set(dataset.scopes.flatMap((scope) => [...scope.purposes]));
  const byPurpose = new Map(
    [...purposes].map((purpose) => [
      purpose,
      joinScopes(
        dataset.columns,
        dataset.scopes.filter((scope) => scope.purposes.has(purpose)),
      ),
    ]),
  );
  return { ...dataset, byPurpose };
}
