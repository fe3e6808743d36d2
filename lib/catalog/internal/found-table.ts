import type { DatasetKind } from "@/lib/db/generated/enums";

/** One column as the source's own catalogue describes it. */
export type FoundColumn = {
  readonly name: string;
  /** `attnum`: a column dropped and added again under its name has another. */
  readonly position: number;
  /** As `format_type` writes it; of a domain, its base type. */
  readonly dataType: string;
  readonly isNullable: boolean;
  readonly keyPosition: number | null;
  readonly references: { readonly schema: string; readonly table: string; readonly column: string } | null;
  readonly comment: string | null;
  /** False for binary data: its values tell nothing and may be huge. */
  readonly isSampled: boolean;
};

export type FoundTable = {
  readonly schema: string;
  readonly table: string;
  readonly kind: DatasetKind;
  /** Whether TABLESAMPLE works on it. */
  readonly isStored: boolean;
  /** Null when the source does not know. */
  readonly rowEstimate: number | null;
  /** Those that the source's user may read. */
  readonly columns: readonly FoundColumn[];
};
