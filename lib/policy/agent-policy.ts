import type { AgentSnapshot } from "@/lib/kernel/access";
import type { ValueKind } from "@/lib/kernel/generalise-value";
import type { DatasetId, SourceId, VendorId } from "@/lib/kernel/ids";
import type { VendorPhase } from "@/lib/kernel/vendor-state";
import type { Category } from "@/lib/kernel/vocabulary";

/** What the gateway needs to read a column and treat its values. */
export type ColumnFacts = {
  name: string;
  /** As `format_type` writes it. */
  dataType: string;
  kind: ValueKind;
  category: Category;
  /** Place in the primary key from 1, or null. */
  keyPosition: number | null;
  /** Equal for columns joined by foreign keys, so that their tokens match. */
  tokenDomain: string;
  /** False when it vanished from the source or changed its type. */
  isUsable: boolean;
};

export type DatasetFacts = {
  datasetId: DatasetId;
  sourceId: SourceId;
  name: string;
  recordKind: string;
  schemaName: string;
  tableName: string;
  subjectKey: string | null;
  columns: ReadonlyMap<string, ColumnFacts>;
};

/** Whose software the agent is, and what it was approved for over time. */
export type AgentVendor = { id: VendorId; name: string; region: string | null; standings: readonly VendorPhase[] };

/** One agent's compiled policy with the facts of the datasets it names, all of one policy version. */
export type AgentPolicy = {
  agentName: string;
  vendor: AgentVendor | null;
  snapshot: AgentSnapshot;
  purposes: ReadonlyMap<string, string>;
  facts: ReadonlyMap<string, DatasetFacts>;
};
