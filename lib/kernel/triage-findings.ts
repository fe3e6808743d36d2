import { TRIAGE_KINDS, type TriageFinding, type TriageKind, type TriageReason } from "./triage-kinds";

/** Collects why a message must be held. Nothing is ever taken out again. */
export class TriageFindings {
  private readonly found = new Map<TriageKind, { score: number; reasons: TriageReason[] }>();

  add(kind: TriageKind, score: number, reason: TriageReason): void {
    const entry = this.found.get(kind) ?? { score: 0, reasons: [] };
    // A score that is no number counts as certain: doubt holds.
    entry.score = Number.isNaN(score) ? 1 : Math.max(entry.score, score);
    entry.reasons.push(reason);
    this.found.set(kind, entry);
  }

  /** The highest score first; among equals the graver kind. */
  toList(): TriageFinding[] {
    return TRIAGE_KINDS.flatMap((kind) => {
      const entry = this.found.get(kind);
      return entry === undefined ? [] : [{ kind, score: roundScore(entry.score), reasons: entry.reasons }];
    }).sort((left, right) => right.score - left.score);
  }
}

export function roundScore(score: number): number {
  return Math.round(score * 1000) / 1000;
}
