import type { VendorView } from "./compile-vendor-conditions";
import type { ReasonCode } from "./reasons";
import type { RowBoundCondition, RowCondition } from "./row-condition";
import type { AssessmentBasis, VendorObstacle } from "./vendor-state";
import type { AgentState, Category, FieldTreatment, Treatment } from "./vocabulary";

/** What an agent asks for. Names are as the caller wrote them. */
export type AccessRequest = {
  keyId: string;
  dataset: string;
  purpose: string;
  /** Null asks for every field that is granted. */
  fields: readonly string[] | null;
  filterFields: readonly string[];
  orderFields: readonly string[];
  /** Rows wanted at most; null takes the default. */
  limit: number | null;
  /** The case whose token was sent; null without one. */
  case: CaseClaim | "unknown" | null;
  /** Rows known to be released today by holder: no more than were. What really is left is judged when rows are released. */
  rowsUsed: ReadonlyMap<string, number>;
};

/** A case as its token proves it: an agent never names the customer itself. `expiresAt` is milliseconds since the epoch. */
export type CaseClaim = {
  caseId: string;
  agentId: string;
  subject: string;
  /** Of the field that names the customer: only fields that are joined to it can hold the same one. */
  tokenDomain: string;
  expiresAt: number;
  isClosed: boolean;
};

/** One live version of a scope. Times are milliseconds since the epoch. */
export type ScopePolicy = {
  scopeId: string;
  version: number;
  purposes: ReadonlySet<string>;
  fields: ReadonlyMap<string, Treatment>;
  rowBound: readonly RowBoundCondition[];
  requiresCase: boolean;
  rowsPerRequestMax: number;
  /** Caps for a day (UTC); null: none. */
  rowsPerDayMax: number | null;
  subjectsPerDayMax: number | null;
  expiresAt: number;
};

/** Whose releases of a day are counted, and how much a day may hold; null: no cap. The id is the agent's or a scope's. */
export type CapHolder = { id: string; rowsMax: number | null; subjectsMax: number | null };

/**
 * `isUsable` is false where the column vanished or changed its type and nobody looked yet. Columns that foreign keys join have the same
 * `tokenDomain`.
 */
export type ColumnPolicy = { isUsable: boolean; category: Category; tokenDomain: string };

export type DatasetPolicy = {
  datasetId: string;
  sourceId: string;
  /** Every column by name, in the source's order. */
  columns: ReadonlyMap<string, ColumnPolicy>;
  /** The column that names the data subject; null where none does. */
  subjectKey: string | null;
  /** The agent's own caps, over all its scopes. */
  cap: CapHolder;
  scopes: readonly ScopePolicy[];
  /** Filled by `compileDataset`: what a refusal rests on that no scope in particular decided. */
  basis: DecisionBasis["scopes"];
  /** Filled by `compileDataset`: for each of the vendor's views and each purpose, the scopes that list it, joined. */
  byView: readonly ReadonlyMap<string, JoinedScopes>[];
};

/** Several scopes for one purpose as one: the strictest of everything. */
export type JoinedScopes = {
  scopes: readonly ScopePolicy[];
  /** The first moment at which one of them ends. */
  expiresAt: number;
  treatments: ReadonlyMap<string, FieldOutcome>;
  /** Whether a field is released in clear; false for a name that is none. */
  isClear: (field: string) => boolean;
  /** What a request for "every field" gets, in column order. */
  all: readonly FieldOutcome[];
  rowBound: readonly RowBoundCondition[];
  needsCase: boolean;
  rowsPerRequestMax: number;
  /** Whose day a release counts, the agent first; empty where neither it nor a scope caps a day. */
  caps: readonly CapHolder[];
  /** False: the vendor was not approved for this purpose, whatever the scopes say. */
  isPurposeCleared: boolean;
  basis: DecisionBasis["scopes"];
};

/** How far the agent's vendor is cleared until a moment; an agent that is refused by its vendor has an obstacle and no view. */
export type VendorPhasePolicy = {
  until: number;
  obstacle: VendorObstacle | "vendor_region" | null;
  /** What the obstacle's sentence names. */
  it: string | null;
  /** Index of the view in force, -1 where there is an obstacle. */
  view: number;
  isInGrace: boolean;
  assessment: AssessmentBasis | null;
};

/** Phases follow each other without a gap; the last ends at Infinity. */
export type VendorPolicy = {
  vendorId: string | null;
  phases: readonly VendorPhasePolicy[];
  views: readonly VendorView[];
};

/** What is frozen, as far as it concerns one agent. */
export type FreezePolicy = {
  /** The widest freeze that stops the agent whatever it asks for; null where there is none. */
  agent: "frozen_everything" | "frozen_vendor" | "frozen_agent" | null;
  sources: ReadonlySet<string>;
};

/** Everything that decides about one agent, at one policy version. */
export type AgentSnapshot = {
  agentId: string;
  policyVersion: string;
  state: AgentState;
  freezes: FreezePolicy;
  vendor: VendorPolicy;
  isSponsorPresent: boolean;
  keys: ReadonlyMap<string, { expiresAt: number; isRevoked: boolean }>;
  /** Every purpose there is. */
  purposes: ReadonlySet<string>;
  /** By the name agents use; only datasets on which the agent has a scope. */
  datasets: ReadonlyMap<string, DatasetPolicy>;
};

export type FieldOutcome = { field: string; treatment: FieldTreatment; reason: ReasonCode };

export type DecisionBasis = {
  scopes: readonly { scopeId: string; version: number }[];
  policyVersion: string;
  /** The vendor's assessment in force; null where there is none. */
  assessment: AssessmentBasis | null;
};

export type AccessDecision =
  | {
      effect: "allow";
      reason: "granted";
      datasetId: string;
      sourceId: string;
      fields: readonly FieldOutcome[];
      /** Every field of the dataset that may be filtered and ordered on. */
      clear: (field: string) => boolean;
      rowBound: readonly RowCondition[];
      limit: number;
      /** What the release must be counted against, the agent first; empty where nothing is capped. */
      caps: readonly CapHolder[];
      basis: DecisionBasis;
    }
  | {
      effect: "deny";
      reason: ReasonCode;
      /** The field or number that the reason's sentence names. */
      it?: string | undefined;
      datasetId?: string | undefined;
      sourceId?: string | undefined;
      fields: readonly FieldOutcome[];
      basis: DecisionBasis;
    };
