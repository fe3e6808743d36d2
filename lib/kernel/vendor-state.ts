import { meetLimits, meetPart, NO_LIMITS, narrowTo, toLimits, toLimitsKey } from "./vendor-conditions";
import type { VendorConditions, VendorLimits } from "./vendor-conditions";
import { type AssessmentOutcome, type LapseEffect, NARROWED_TO, type SubprocessorReach } from "./vendor-vocabulary";
import type { Category } from "./vocabulary";

/** All moments are milliseconds since the epoch; what is valid until a moment is not valid at it. */
export type VendorMust = { key: string; isMet: boolean; validUntil: number | null };

export type VendorFacts = {
  id: string;
  name: string;
  graceDays: number;
  contractUntil: number | null;
  dpaUntil: number | null;
  certifications: readonly { id: string; name: string; validFrom: number; validUntil: number; onLapse: LapseEffect }[];
  subprocessors: readonly { id: string; reach: SubprocessorReach; categories: readonly Category[] }[];
  /** The decided assessment in force, or null. */
  assessment: {
    id: string;
    number: number;
    outcome: AssessmentOutcome;
    validUntil: number | null;
    conditions: VendorConditions | null;
    musts: readonly VendorMust[];
    /** Questions whose answers were rejected after the decision. */
    rejected: readonly string[];
    exceptions: readonly { id: string; key: string; endsAt: number }[];
  } | null;
};
export type KnownVendors = ReadonlyMap<string, VendorFacts>;

/** Reasons of lib/kernel/reasons.ts. */
export type VendorObstacle =
  | "vendor_absent"
  | "vendor_not_assessed"
  | "vendor_rejected"
  | "vendor_expired"
  | "vendor_must_failed"
  | "vendor_contract_lapsed"
  | "vendor_certificate_lapsed"
  | "vendor_subprocessor_not_cleared";

export type AssessmentBasis = { vendorId: string; assessmentId: string; number: number };

/** `it` names what the obstacle is about: a question's key, a certificate, a subprocessor. */
export type VendorStanding =
  | { isCleared: true; limits: VendorLimits; isInGrace: boolean; isNarrowed: boolean; basis: AssessmentBasis }
  | { isCleared: false; obstacle: VendorObstacle; it: string | null; basis: AssessmentBasis | null };

export type VendorPhase = VendorStanding & { from: number; until: number };

const DAY_MS = 86_400_000;

type Lapse = "valid" | "grace" | "lapsed";

function lapseAt(until: number | null, graceDays: number, at: number): Lapse {
  if (until === null || until > at) return "valid";
  return until + graceDays * DAY_MS > at ? "grace" : "lapsed";
}

/** The first thing that closes a vendor by itself, or whether it is only in grace. */
function findOwnObstacle(
  { assessment, graceDays, contractUntil, dpaUntil, certifications }: VendorFacts,
  at: number,
): { obstacle: VendorObstacle; it: string | null } | { isInGrace: boolean; isNarrowed: boolean } {
  if (assessment === null) return { obstacle: "vendor_not_assessed", it: null };
  if (assessment.outcome === "rejected") return { obstacle: "vendor_rejected", it: null };
  const lapses: Lapse[] = [];
  const meets = (until: number | null): boolean => lapses[lapses.push(lapseAt(until, graceDays, at)) - 1] !== "lapsed";
  if (assessment.validUntil === null || !meets(assessment.validUntil)) return { obstacle: "vendor_expired", it: null };
  const isBorne = (key: string): boolean => assessment.exceptions.some((one) => one.key === key && one.endsAt > at);
  const isMet = ({ key, isMet: wasMet, validUntil }: VendorMust): boolean =>
    (wasMet && !assessment.rejected.includes(key) && meets(validUntil)) || isBorne(key);
  const failed = assessment.musts.find((must) => !isMet(must));
  if (failed !== undefined) return { obstacle: "vendor_must_failed", it: failed.key };
  if (!meets(contractUntil) || !meets(dpaUntil)) return { obstacle: "vendor_contract_lapsed", it: null };
  let isNarrowed = false;
  for (const { name, validFrom, validUntil, onLapse } of certifications) {
    if (onLapse === "nothing") continue;
    if (validFrom <= at && meets(validUntil)) continue;
    if (onLapse === "close") return { obstacle: "vendor_certificate_lapsed", it: name };
    isNarrowed = true;
  }
  return { isInGrace: lapses.includes("grace"), isNarrowed };
}

/**
 * What a vendor's agents may touch at a moment. It is cleared only as far as those behind it: one that gets all data limits or closes
 * the vendor as a whole, one that gets some categories limits or closes those categories.
 */
export function clearVendorAt(vendorId: string | null, known: KnownVendors, at: number): VendorStanding {
  return clear(vendorId, known, at, []);
}

function clear(id: string | null, known: KnownVendors, at: number, above: readonly string[]): VendorStanding {
  const vendor = id === null ? undefined : known.get(id);
  // A circle cannot be stored; were there one, nobody in it would be cleared.
  if (vendor === undefined || above.includes(vendor.id))
    return { isCleared: false, obstacle: "vendor_absent", it: null, basis: null };
  const { assessment } = vendor;
  const basis = assessment && { vendorId: vendor.id, assessmentId: assessment.id, number: assessment.number };
  const own = findOwnObstacle(vendor, at);
  if ("obstacle" in own || basis === null || assessment === null)
    return { isCleared: false, ...("obstacle" in own ? own : { obstacle: "vendor_not_assessed", it: null }), basis };
  let { isInGrace, isNarrowed } = own;
  let limits = toLimits(assessment.conditions);
  if (isNarrowed) limits = narrowTo(limits, NARROWED_TO);
  for (const { id: behindId, reach, categories } of vendor.subprocessors) {
    const behind = clear(behindId, known, at, [...above, vendor.id]);
    const it = known.get(behindId)?.name ?? null;
    if (!behind.isCleared && reach === "all_data")
      return { isCleared: false, obstacle: "vendor_subprocessor_not_cleared", it, basis };
    const theirs = behind.isCleared ? behind.limits : null;
    const before = limits.categories.size;
    limits =
      reach === "all_data" ? meetLimits(limits, theirs ?? NO_LIMITS) : meetPart(limits, new Set(categories), theirs);
    isInGrace ||= behind.isCleared && behind.isInGrace;
    isNarrowed ||= (behind.isCleared && behind.isNarrowed) || (!behind.isCleared && limits.categories.size < before);
  }
  return { isCleared: true, limits, isInGrace, isNarrowed, basis };
}

/** The vendor and all that stand behind it. */
function listChain(vendorId: string | null, known: KnownVendors): VendorFacts[] {
  const found = new Map<string, VendorFacts>();
  const visit = (id: string): void => {
    const vendor = known.get(id);
    if (vendor === undefined || found.has(id)) return;
    found.set(id, vendor);
    for (const behind of vendor.subprocessors) visit(behind.id);
  };
  if (vendorId !== null) visit(vendorId);
  return [...found.values()];
}

/** Every moment at which something about this vendor alone can change. */
function listMoments({ graceDays, contractUntil, dpaUntil, certifications, assessment }: VendorFacts): number[] {
  const ends = [
    contractUntil,
    dpaUntil,
    assessment?.validUntil ?? null,
    ...(assessment?.musts.map(({ validUntil }) => validUntil) ?? []),
    ...certifications.filter(({ onLapse }) => onLapse !== "nothing").map(({ validUntil }) => validUntil),
  ].filter((end) => end !== null);
  return [
    ...ends,
    ...(graceDays === 0 ? [] : ends.map((end) => end + graceDays * DAY_MS)),
    ...certifications.filter(({ onLapse }) => onLapse !== "nothing").map(({ validFrom }) => validFrom),
    ...(assessment?.exceptions.map(({ endsAt }) => endsAt) ?? []),
  ];
}

/** Whether two standings allow the same for the same reason. */
function isSameStanding(a: VendorStanding, b: VendorStanding): boolean {
  if (a.basis?.assessmentId !== b.basis?.assessmentId) return false;
  if (!a.isCleared || !b.isCleared) return !a.isCleared && !b.isCleared && a.obstacle === b.obstacle && a.it === b.it;
  if (a.isInGrace !== b.isInGrace || a.isNarrowed !== b.isNarrowed) return false;
  return a.limits === b.limits || toLimitsKey(a.limits) === toLimitsKey(b.limits);
}

function listAllMoments(vendorId: string | null, known: KnownVendors): number[] {
  return [...new Set(listChain(vendorId, known).flatMap(listMoments))].sort((a, b) => a - b);
}

/** A vendor's standing at a moment, and what it changes to next by itself; null where it does not. What lists say of many vendors. */
export function findStandingAt(
  vendorId: string,
  known: KnownVendors,
  at: number,
): { standing: VendorStanding; next: (VendorStanding & { from: number }) | null } {
  const standing = clearVendorAt(vendorId, known, at);
  for (const from of listAllMoments(vendorId, known)) {
    if (from <= at) continue;
    const then = clearVendorAt(vendorId, known, from);
    if (!isSameStanding(standing, then)) return { standing, next: { ...then, from } };
  }
  return { standing, next: null };
}

/**
 * A vendor's standing over all time, as it follows from what is known now: the first phase begins at -Infinity, the last ends at
 * Infinity. So that what lapses does so in every process at the same millisecond, with nobody doing anything.
 */
export function toVendorPhases(vendorId: string | null, known: KnownVendors): VendorPhase[] {
  const moments = listAllMoments(vendorId, known);
  const phases: VendorPhase[] = [];
  for (const [index, from] of [Number.NEGATIVE_INFINITY, ...moments].entries()) {
    const standing = clearVendorAt(vendorId, known, from);
    const until = moments[index] ?? Number.POSITIVE_INFINITY;
    const last = phases.at(-1);
    if (last !== undefined && isSameStanding(last, standing)) phases[phases.length - 1] = { ...last, until };
    else phases.push({ ...standing, from, until });
  }
  return phases;
}

/** The phase that a moment falls into. Phases follow each other without a gap, so there is one for every number. */
export function findPhase<Phase extends { until: number }>(phases: readonly Phase[], at: number): Phase | null {
  for (const phase of phases) if (phase.until > at) return phase;
  return null;
}
