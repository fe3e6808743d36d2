import type { CatalogStatus, DatasetKind } from "@/lib/db/generated/enums";
import type { Category } from "@/lib/kernel/vocabulary";
import type { FoundColumn } from "./found-table";

export type Judgement = { readonly category: Category; readonly confidence: number; readonly reason: string };

/** A column as it was found now, with what was made of it. */
export type JudgedColumn = FoundColumn & Judgement;

/** A field as it is stored. */
export type KnownField = Judgement & {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly dataType: string;
  readonly isNullable: boolean;
  readonly keyPosition: number | null;
  readonly isConfirmed: boolean;
  readonly status: CatalogStatus;
};

export type FieldFacts = Judgement &
  Pick<KnownField, "position" | "dataType" | "isNullable" | "keyPosition" | "status">;

export type FieldPlan = {
  readonly created: readonly (FieldFacts & { readonly name: string })[];
  readonly updated: readonly { readonly id: string; readonly name: string; readonly facts: FieldFacts }[];
  /** Names; in the order of the source, or of the catalogue for those that vanished. */
  readonly fresh: readonly string[];
  readonly changed: readonly string[];
  readonly vanished: readonly { readonly id: string; readonly name: string }[];
};

function toFacts(column: JudgedColumn, judgement: Judgement, status: CatalogStatus): FieldFacts {
  const { position, dataType, isNullable, keyPosition } = column;
  const { category, confidence, reason } = judgement;
  return { position, dataType, isNullable, keyPosition, category, confidence, reason, status };
}

/** Another type, back after it was gone, or (in a table) dropped and added again under its name: what a person said of it may not hold. */
function isAnother(known: KnownField, column: JudgedColumn, kind: DatasetKind): boolean {
  const isMoved = kind === "table" && known.position !== column.position;
  return known.dataType !== column.dataType || known.status === "vanished" || isMoved;
}

function isSame(known: KnownField, facts: FieldFacts): boolean {
  return (Object.keys(facts) as (keyof FieldFacts)[]).every((key) => known[key] === facts[key]);
}

/** What a discovery does to the fields of one dataset. A confirmed category stays as the person left it; nothing is ever removed. */
export function planFields(known: readonly KnownField[], found: readonly JudgedColumn[], kind: DatasetKind): FieldPlan {
  const byName = new Map(known.map((field) => [field.name, field]));
  const foundNames = new Set(found.map((column) => column.name));
  const created = found.filter((column) => !byName.has(column.name));
  const kept = found.flatMap((column) => {
    const field = byName.get(column.name);
    return field ? [{ field, column, isChanged: isAnother(field, column, kind) }] : [];
  });
  const updated = kept.flatMap(({ field, column, isChanged }) => {
    // What nobody has looked at yet stays fresh, whatever becomes of it.
    const isLookedAt = field.isConfirmed || field.status === "present" || field.status === "vanished";
    const status = isChanged && isLookedAt ? "changed" : field.status;
    const facts = toFacts(column, field.isConfirmed ? field : column, status);
    return isSame(field, facts) ? [] : [{ id: field.id, name: field.name, facts }];
  });
  return {
    created: created.map((column) => ({ ...toFacts(column, column, "fresh"), name: column.name })),
    updated,
    fresh: created.map((column) => column.name),
    changed: kept.filter(({ isChanged }) => isChanged).map(({ column }) => column.name),
    vanished: known.filter((field) => !foundNames.has(field.name) && field.status !== "vanished"),
  };
}
