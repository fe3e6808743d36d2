import type { AgentState, Category, FieldTreatment, Outcome } from "@/lib/kernel/vocabulary";

export type MatrixField = {
  id: string;
  name: string;
  category: Category;
  /** Its type in the source, or what is new about it. */
  detail?: string | undefined;
  href?: string | undefined;
};

export type MatrixAgent = {
  id: string;
  name: string;
  state: AgentState;
  isFrozen?: boolean | undefined;
  href?: string | undefined;
};

/** One field for one agent. Times are ISO texts. */
export type MatrixCell = {
  treatment: FieldTreatment;
  /** Where the outcome is not the treatment's own: denied because the agent is suspended, held for a proposal. */
  outcome?: Outcome | undefined;
  /** Why, as a sentence. */
  reason: string;
  purposes?: readonly string[] | undefined;
  grantedBy?: string | undefined;
  grantedAt?: string | undefined;
  expiresAt?: string | undefined;
  /** Null: granted and never used. */
  lastUsedAt?: string | null | undefined;
  /** The scope that grants it. */
  href?: string | undefined;
};

/** By field id, then agent id. What is absent is withheld. */
export type MatrixCells = Readonly<Record<string, Readonly<Record<string, MatrixCell>>>>;

export const NOT_GRANTED: MatrixCell = {
  treatment: "withheld",
  reason: "No scope of this agent lists this field, so it never leaves the source.",
};
