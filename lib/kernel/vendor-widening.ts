import type { VendorLimits } from "./vendor-conditions";
import { findPhase, type VendorPhase } from "./vendor-state";
import type { Category } from "./vocabulary";

type Bounds = { purposes: ReadonlySet<string> | null; regions: readonly (readonly string[])[] };

function isSubset<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return [...a].every((one) => b.has(one));
}

function isWithinBounds(inner: Bounds, outer: Bounds): boolean {
  if (outer.purposes !== null && (inner.purposes === null || !isSubset(inner.purposes, outer.purposes))) return false;
  return outer.regions.every((list) => inner.regions.some((own) => own.every((region) => list.includes(region))));
}

/**
 * Whether everything that `inner` allows is allowed by `outer`. Answers no where it is not plain to see: a change is then taken for a
 * wider one, and somebody looks.
 */
export function isWithinLimits(inner: VendorLimits, outer: VendorLimits): boolean {
  if (!isSubset(inner.categories, outer.categories) || !isWithinBounds(inner, outer)) return false;
  return outer.parts.every((part) => {
    const touched = new Set<Category>([...part.categories].filter((one) => inner.categories.has(one)));
    if (touched.size === 0 || isWithinBounds(inner, part)) return true;
    return inner.parts.some((own) => isSubset(touched, own.categories) && isWithinBounds(own, part));
  });
}

/** Whether at any moment from `from` on the later standings allow what the earlier would not. Grace counts as allowed. */
export function isWiderFrom(before: readonly VendorPhase[], after: readonly VendorPhase[], from: number): boolean {
  const begins = [from, ...[...before, ...after].map((phase) => phase.from).filter((one) => one > from)];
  return begins.some((at) => {
    const [old, now] = [findPhase(before, at), findPhase(after, at)];
    if (now === null || !now.isCleared) return false;
    return old === null || !old.isCleared || !isWithinLimits(now.limits, old.limits);
  });
}
