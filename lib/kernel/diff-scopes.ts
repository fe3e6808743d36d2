import { canonicalJson, type Json } from "./canonical-json";
import { type FieldTreatment, strictness, type Treatment } from "./vocabulary";

/** What a scope grants, as two versions of it are compared. `expiresAt` is ISO 8601. */
export type ComparableScope = {
  purposes: readonly string[];
  fields: { readonly [field: string]: Treatment };
  rowBound: readonly Json[];
  requiresCase: boolean;
  rowsPerRequestMax: number;
  rowsPerDayMax: number | null;
  subjectsPerDayMax: number | null;
  expiresAt: string;
};

/** Whether a change lets an agent see more or less. */
export type Direction = "widens" | "narrows";

type CapPart = "rows_per_day" | "subjects_per_day";

export type ScopeChange =
  | { part: "field"; field: string; before: FieldTreatment; after: FieldTreatment; direction: Direction }
  | { part: "purpose"; purpose: string; direction: Direction }
  | { part: "row_bound"; condition: Json; direction: Direction }
  | { part: "requires_case"; after: boolean; direction: Direction }
  | { part: "rows_per_request"; before: number; after: number; direction: Direction }
  | { part: CapPart; before: number | null; after: number | null; direction: Direction }
  | { part: "expires_at"; before: string; after: string; direction: Direction };

function diffFields(before: ComparableScope, after: ComparableScope): ScopeChange[] {
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])].sort();
  return names.flatMap((field) => {
    const was = before.fields[field] ?? "withheld";
    const is = after.fields[field] ?? "withheld";
    if (was === is) return [];
    return [
      {
        part: "field",
        field,
        before: was,
        after: is,
        direction: strictness(is) < strictness(was) ? "widens" : "narrows",
      },
    ];
  });
}

/** No cap is wider than any. */
function diffCap(part: CapPart, before: number | null, after: number | null): ScopeChange[] {
  if (before === after) return [];
  const isWider = (after ?? Number.POSITIVE_INFINITY) > (before ?? Number.POSITIVE_INFINITY);
  return [{ part, before, after, direction: isWider ? "widens" : "narrows" }];
}

function diffSets(before: readonly string[], after: readonly string[]): { added: string[]; removed: string[] } {
  return {
    added: after.filter((one) => !before.includes(one)).sort(),
    removed: before.filter((one) => !after.includes(one)).sort(),
  };
}

/** What changed from one version of a scope to another, part by part, each with whether it widens or narrows. */
export function diffScopes(before: ComparableScope, after: ComparableScope): ScopeChange[] {
  const purposes = diffSets(before.purposes, after.purposes);
  const bounds = diffSets(before.rowBound.map(canonicalJson), after.rowBound.map(canonicalJson));
  const conditionOf = (text: string): Json =>
    [...before.rowBound, ...after.rowBound].find((condition) => canonicalJson(condition) === text) ?? null;
  const changes: ScopeChange[] = [
    ...diffFields(before, after),
    ...purposes.added.map((purpose): ScopeChange => ({ part: "purpose", purpose, direction: "widens" })),
    ...purposes.removed.map((purpose): ScopeChange => ({ part: "purpose", purpose, direction: "narrows" })),
    ...bounds.added.map(
      (text): ScopeChange => ({ part: "row_bound", condition: conditionOf(text), direction: "narrows" }),
    ),
    ...bounds.removed.map(
      (text): ScopeChange => ({ part: "row_bound", condition: conditionOf(text), direction: "widens" }),
    ),
  ];
  if (before.requiresCase !== after.requiresCase) {
    changes.push({
      part: "requires_case",
      after: after.requiresCase,
      direction: after.requiresCase ? "narrows" : "widens",
    });
  }
  if (before.rowsPerRequestMax !== after.rowsPerRequestMax) {
    const direction = after.rowsPerRequestMax > before.rowsPerRequestMax ? "widens" : "narrows";
    changes.push({
      part: "rows_per_request",
      before: before.rowsPerRequestMax,
      after: after.rowsPerRequestMax,
      direction,
    });
  }
  changes.push(
    ...diffCap("rows_per_day", before.rowsPerDayMax, after.rowsPerDayMax),
    ...diffCap("subjects_per_day", before.subjectsPerDayMax, after.subjectsPerDayMax),
  );
  if (before.expiresAt !== after.expiresAt) {
    const direction = after.expiresAt > before.expiresAt ? "widens" : "narrows";
    changes.push({ part: "expires_at", before: before.expiresAt, after: after.expiresAt, direction });
  }
  return changes;
}
