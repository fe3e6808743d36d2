import type { CapHolder, ColumnPolicy, DatasetPolicy, FieldOutcome, JoinedScopes, ScopePolicy } from "./access";
import type { VendorView } from "./compile-vendor-conditions";
import { refersToCase } from "./row-condition";
import { type FieldTreatment, strictness } from "./vocabulary";

/** The vendor's view of the purpose that scopes are joined for, and what the agent is capped by itself. */
type Asked = { view: VendorView; purpose: string; cap: CapHolder };

function joinField(
  field: string,
  { isUsable, category }: ColumnPolicy,
  scopes: readonly ScopePolicy[],
  { view, purpose }: Asked,
): FieldOutcome {
  const wanted = scopes.map((scope): FieldTreatment => scope.fields.get(field) ?? "withheld");
  if (wanted.every((treatment) => treatment === "withheld"))
    return { field, treatment: "withheld", reason: "field_withheld" };
  if (!isUsable) return { field, treatment: "withheld", reason: "field_vanished" };
  if (!view.isCategoryAllowed(category, purpose)) return { field, treatment: "withheld", reason: "vendor_condition" };
  const strictest = wanted.reduce((a, b) => (strictness(b) > strictness(a) ? b : a));
  if (wanted.some((treatment) => treatment !== strictest))
    return { field, treatment: strictest, reason: "field_restricted" };
  return { field, treatment: strictest, reason: strictest === "clear" ? "granted" : "field_treated" };
}

function toBasis(scopes: readonly ScopePolicy[]): JoinedScopes["basis"] {
  return scopes.map(({ scopeId, version }) => ({ scopeId, version }));
}

/** The agent comes first wherever anything is counted, also without a cap of its own. */
function toCaps(scopes: readonly ScopePolicy[], own: CapHolder): readonly CapHolder[] {
  const all = [
    own,
    ...scopes.map((scope) => ({
      id: scope.scopeId,
      rowsMax: scope.rowsPerDayMax,
      subjectsMax: scope.subjectsPerDayMax,
    })),
  ];
  const capped = all.filter(({ rowsMax, subjectsMax }) => rowsMax !== null || subjectsMax !== null);
  return capped.length === 0 || capped[0] === own ? capped : [own, ...capped];
}

/**
 * Joins scopes that apply to the same request: for each field the strictest treatment (withheld where one of them does not list it, or
 * where the vendor was not approved for its category), all row bounds, the lowest row limit, the earliest end. A further scope can only
 * narrow, and so can a condition of the vendor's.
 */
export function joinScopes(
  columns: ReadonlyMap<string, ColumnPolicy>,
  scopes: readonly ScopePolicy[],
  asked: Asked,
): JoinedScopes {
  const all = [...columns].map(([field, column]) => joinField(field, column, scopes, asked));
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
    caps: toCaps(scopes, asked.cap),
    isPurposeCleared: asked.view.isPurposeAllowed(asked.purpose),
    basis: toBasis(scopes),
  };
}

type Uncompiled = Omit<DatasetPolicy, "byView" | "basis">;

/** One joined policy for each purpose that any scope lists, shared where it is the same. */
function compileView({ columns, scopes, cap }: Uncompiled, view: VendorView): ReadonlyMap<string, JoinedScopes> {
  const joined = new Map<string, JoinedScopes>();
  const byPurpose = new Map<string, JoinedScopes>();
  for (const purpose of new Set(scopes.flatMap((scope) => [...scope.purposes]))) {
    const listing = scopes.filter((scope) => scope.purposes.has(purpose));
    const key = `${view.keyOf(purpose)} ${listing.map((scope) => scopes.indexOf(scope)).join()}`;
    const one = joined.get(key) ?? joinScopes(columns, listing, { view, purpose, cap });
    joined.set(key, one);
    byPurpose.set(purpose, one);
  }
  return byPurpose;
}

/** Prepares a dataset's scopes for fast decisions, as each of the vendor's views lets the agent use them. */
export function compileDataset(dataset: Uncompiled, views: readonly VendorView[]): DatasetPolicy {
  return { ...dataset, byView: views.map((view) => compileView(dataset, view)), basis: toBasis(dataset.scopes) };
}
