import { TRIAGE_KINDS, type TriageKind } from "./triage-kinds";

/** How sure triage must be. Scores are 0 to 1. */
export type TriagePolicy = {
  /** A kind at or above its threshold is held. Lower is stricter. */
  readonly thresholds: Readonly<Record<TriageKind, number>>;
  /** Below this score of being ordinary a message is held, whatever its kind. Higher is stricter. */
  readonly ordinaryMin: number;
};

/** Where the trained model's scores on texts it had not seen gave the recall that is aimed at. */
export const DEFAULT_TRIAGE_POLICY: TriagePolicy = {
  thresholds: { legal_issue: 0.5, payment_dispute: 0.5, complaint: 0.5, unusual_request: 0.5 },
  ordinaryMin: 0.5,
};

/** The stricter of both in every part: an agent's own policy can hold more than the default and never less. A figure that is no number counts as strictest. */
export function tightenPolicy(base: TriagePolicy, own: Partial<TriagePolicyInput>): TriagePolicy {
  const thresholds = { ...base.thresholds };
  for (const kind of TRIAGE_KINDS) {
    const wanted = own.thresholds?.[kind];
    if (wanted !== undefined) thresholds[kind] = Number.isNaN(wanted) ? 0 : Math.min(thresholds[kind], wanted);
  }
  const wanted = own.ordinaryMin ?? base.ordinaryMin;
  return { thresholds, ordinaryMin: Number.isNaN(wanted) ? 1 : Math.max(base.ordinaryMin, wanted) };
}

/** What an agent's registration may set; what it leaves out stays as the default. */
type TriagePolicyInput = {
  readonly thresholds: Readonly<Partial<Record<TriageKind, number>>>;
  readonly ordinaryMin: number;
};
