import type { VendorLimits } from "@/lib/kernel/vendor-conditions";
import {
  type AssessmentBasis,
  type KnownVendors,
  type VendorObstacle,
  type VendorStanding,
} from "@/lib/kernel/vendor-state";
import { CATEGORIES, type Category } from "@/lib/kernel/vocabulary";
import { recallStanding } from "./internal/standings";

export const VENDOR_STATUSES = ["cleared", "limited", "grace", "ending", "closed"] as const;
/**
 * `closed`: its agents are refused; `grace`: something lapsed and the grace that was set runs; `ending`: it closes or narrows by itself
 * within 30 days; `limited`: cleared under conditions; `cleared`: cleared without.
 */
export type VendorStatusWord = (typeof VENDOR_STATUSES)[number];

export type VendorStatus = {
  word: VendorStatusWord;
  isCleared: boolean;
  isInGrace: boolean;
  /** Why it is closed; null while it is cleared. A reason of lib/kernel/reasons.ts. */
  obstacle: VendorObstacle | null;
  it: string | null;
  /** When it changes by itself, and to what; null when nothing is known to. */
  next: { at: Date; isCleared: boolean; obstacle: VendorObstacle | null; it: string | null } | null;
  /** What its agents may touch; null while it is closed. `purposes` and `regions` are null where any will do. */
  limits: { categories: Category[]; purposes: string[] | null; regions: string[][]; isNarrowed: boolean } | null;
  basis: AssessmentBasis | null;
};

const SOON_MS = 30 * 86_400_000;

type Next = (VendorStanding & { from: number }) | null;

function toWord(phase: VendorStanding, next: Next, now: number, isLimited: boolean): VendorStatusWord {
  if (!phase.isCleared) return "closed";
  if (phase.isInGrace) return "grace";
  if (next !== null && next.from - now <= SOON_MS && (!next.isCleared || next.isInGrace || next.isNarrowed))
    return "ending";
  return isLimited ? "limited" : "cleared";
}

function listLimits({ categories, purposes, regions }: VendorLimits, isNarrowed: boolean): VendorStatus["limits"] {
  return {
    categories: [...categories],
    purposes: purposes && [...purposes],
    regions: regions.map((list) => [...list]),
    isNarrowed,
  };
}

/** How a vendor stands at a moment, as every list and page says it; by the same rules as the gate decides. */
export function toVendorStatus(vendorId: string, known: KnownVendors, now: Date): VendorStatus {
  const at = now.getTime();
  const { standing: phase, next } = recallStanding(vendorId, known, at);
  const limits = phase.isCleared ? phase.limits : null;
  const isLimited =
    limits !== null &&
    (limits.categories.size < CATEGORIES.length ||
      limits.purposes !== null ||
      limits.regions.length > 0 ||
      limits.parts.length > 0);
  return {
    word: toWord(phase, next, at, isLimited),
    isCleared: phase.isCleared,
    isInGrace: phase.isCleared && phase.isInGrace,
    obstacle: phase.isCleared ? null : phase.obstacle,
    it: phase.isCleared ? null : phase.it,
    next: next && {
      at: new Date(next.from),
      isCleared: next.isCleared,
      obstacle: next.isCleared ? null : next.obstacle,
      it: next.isCleared ? null : next.it,
    },
    limits: phase.isCleared ? listLimits(phase.limits, phase.isNarrowed) : null,
    basis: phase.basis,
  };
}
