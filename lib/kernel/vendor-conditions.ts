import { CATEGORIES, type Category } from "./vocabulary";
import { isWithinSensitivity, type Sensitivity } from "./vendor-vocabulary";

/** What an approval is limited to. Null or absent: not limited in this. A member can only narrow. */
export type VendorConditions = {
  highestSensitivity: Sensitivity | null;
  categories: readonly Category[] | null;
  purposes: readonly string[] | null;
  regions: readonly string[] | null;
};

/** A limit that holds only for some categories: those that a subprocessor gets. */
export type PartLimit = {
  categories: ReadonlySet<Category>;
  purposes: ReadonlySet<string> | null;
  /** Each list must hold the agent's region. */
  regions: readonly (readonly string[])[];
};

/** What a vendor's agents may touch at a moment, whatever their scopes say. */
export type VendorLimits = {
  categories: ReadonlySet<Category>;
  purposes: ReadonlySet<string> | null;
  regions: readonly (readonly string[])[];
  parts: readonly PartLimit[];
};

export const NO_LIMITS: VendorLimits = { categories: new Set(CATEGORIES), purposes: null, regions: [], parts: [] };

function meet<T>(a: ReadonlySet<T> | null, b: ReadonlySet<T> | null): ReadonlySet<T> | null {
  if (a === null || b === null) return a ?? b;
  return new Set([...a].filter((one) => b.has(one)));
}

function keep(categories: ReadonlySet<Category>, test: (category: Category) => boolean): ReadonlySet<Category> {
  return new Set([...categories].filter(test));
}

/** The conditions of an approval as limits. */
export function toLimits(conditions: VendorConditions | null): VendorLimits {
  if (conditions === null) return NO_LIMITS;
  const { highestSensitivity, categories, purposes, regions } = conditions;
  const named = categories === null ? NO_LIMITS.categories : new Set(categories);
  return {
    categories: keep(named, (one) => highestSensitivity === null || isWithinSensitivity(one, highestSensitivity)),
    purposes: purposes === null ? null : new Set(purposes),
    regions: regions === null ? [] : [regions],
    parts: [],
  };
}

/** What both allow. */
export function meetLimits(a: VendorLimits, b: VendorLimits): VendorLimits {
  if (a === NO_LIMITS) return b;
  if (b === NO_LIMITS) return a;
  return {
    categories: keep(a.categories, (one) => b.categories.has(one)),
    purposes: meet(a.purposes, b.purposes),
    regions: [...a.regions, ...b.regions],
    parts: [...a.parts, ...b.parts],
  };
}

/** What is left where somebody who gets only some categories is limited; null: gets nothing at all, so those categories go. */
export function meetPart(whole: VendorLimits, handled: ReadonlySet<Category>, part: VendorLimits | null): VendorLimits {
  if (part === NO_LIMITS) return whole;
  const categories = keep(whole.categories, (one) => !handled.has(one) || (part?.categories.has(one) ?? false));
  if (part === null) return { ...whole, categories };
  const own: PartLimit = { categories: handled, purposes: part.purposes, regions: part.regions };
  const further = part.parts.map((one) => ({ ...one, categories: keep(one.categories, (each) => handled.has(each)) }));
  const parts = [own, ...further].filter((one) => one.purposes !== null || one.regions.length > 0);
  return { ...whole, categories, parts: [...whole.parts, ...parts] };
}

export function narrowTo(limits: VendorLimits, highest: Sensitivity): VendorLimits {
  return { ...limits, categories: keep(limits.categories, (one) => isWithinSensitivity(one, highest)) };
}

/** Equal for limits that allow the same: for telling whether something changes at a moment. */
export function toLimitsKey({ categories, purposes, regions, parts }: VendorLimits): string {
  const sorted = (set: ReadonlySet<string> | null) => (set === null ? null : [...set].sort());
  return JSON.stringify([
    sorted(categories),
    sorted(purposes),
    regions,
    parts.map((one) => [sorted(one.categories), sorted(one.purposes), one.regions]),
  ]);
}
