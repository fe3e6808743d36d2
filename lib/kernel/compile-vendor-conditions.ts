import { isRegionWithin } from "./regions";
import type { VendorLimits } from "./vendor-conditions";
import type { Category } from "./vocabulary";

/** A vendor's limits as one agent's requests meet them. */
export type VendorView = {
  /** Whether the agent runs where the vendor was approved to process. */
  isRegionAllowed: boolean;
  isPurposeAllowed: (purpose: string) => boolean;
  isCategoryAllowed: (category: Category, purpose: string) => boolean;
  /** Equal for purposes that meet the same limits. */
  keyOf: (purpose: string) => string;
};

/** Resolves limits for an agent that runs in `region`; null: nobody said where, so no condition on regions is met. */
export function compileVendorConditions(limits: VendorLimits, region: string | null): VendorView {
  const isIn = (lists: readonly (readonly string[])[]): boolean => lists.every((list) => isRegionWithin(region, list));
  const isPurposeAllowed = (purpose: string): boolean => limits.purposes === null || limits.purposes.has(purpose);
  const closedParts = (purpose: string): boolean[] =>
    limits.parts.map((part) => !isIn(part.regions) || (part.purposes !== null && !part.purposes.has(purpose)));
  return {
    isRegionAllowed: isIn(limits.regions),
    isPurposeAllowed,
    isCategoryAllowed: (category, purpose) => {
      if (!isPurposeAllowed(purpose) || !limits.categories.has(category)) return false;
      const closed = closedParts(purpose);
      return limits.parts.every((part, index) => !closed[index] || !part.categories.has(category));
    },
    keyOf: (purpose) => `${isPurposeAllowed(purpose)}${closedParts(purpose).map(Number).join("")}`,
  };
}
