const EU = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ");
const GROUPS: Readonly<Record<string, readonly string[]>> = { EU, EEA: [...EU, "IS", "LI", "NO", "EU"] };

/** A region as it is written: `EU`, `EEA`, or a country's ISO 3166-1 alpha-2 code. */
export const REGION_SHAPE = /^(EU|EEA|[A-Z]{2})$/;

/** Whether all of `region` lies in one of the allowed regions. Nothing is known of a region that was not stated: it lies in none. */
export function isRegionWithin(region: string | null, allowed: readonly string[]): boolean {
  if (region === null) return false;
  return allowed.some((one) => one === region || (GROUPS[one]?.includes(region) ?? false));
}

/** The regions that lie within all of several lists; null where there is no list, so that any region will do. */
export function meetRegions(lists: readonly (readonly string[])[]): string[] | null {
  if (lists.length === 0) return null;
  return [...new Set(lists.flat())].filter((region) => lists.every((list) => isRegionWithin(region, list)));
}
