import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { loadAllVendorFacts } from "./internal/all-vendor-facts";
import { findVendorIds, loadVendorRows, type Place, type VendorFilter, type VendorRow } from "./internal/vendor-rows";
import { CRITICALITIES } from "@/lib/kernel/vendor-vocabulary";
import { toVendorStatus, VENDOR_STATUSES } from "./vendor-status";

export const VENDOR_PAGE_SIZE = 50;
/** How many names are looked through for a status: few where most have it, then many at once. */
const LOOKED_THROUGH_FIRST = 200;
const LOOKED_THROUGH_NEXT = 2_000;

export const VendorFilterShape = {
  text: z.string().trim().max(100).optional(),
  status: z.enum(VENDOR_STATUSES).optional(),
  criticality: z.enum(CRITICALITIES).optional(),
  ownerId: z.uuid().optional(),
  /** Only those with open musts. */
  hasOpenMusts: z.boolean().optional(),
};

export const ListVendorsInput = z.object({
  ...VendorFilterShape,
  /** The `next` of the page before. */
  after: z.string().max(200).optional(),
});
export type ListVendorsInput = z.input<typeof ListVendorsInput>;

/** The place in the list by name that a page goes on from. */
function toPlace(after: string | undefined): Place | null {
  const [, id, name] = /^([0-9a-f-]{36}):(.*)$/su.exec(after ?? "") ?? [];
  return id === undefined || name === undefined ? null : { id, name };
}

/**
 * Rows of a page. Status follows from the clock, so it is decided here and not by the database: with a filter on it the next names
 * are looked through until the page is full.
 */
async function fillPage(filter: VendorFilter, status: string | undefined, place: Place | null, now: Date) {
  if (status === undefined) return loadVendorRows(await findVendorIds(filter, place, VENDOR_PAGE_SIZE + 1), now);
  const known = await loadAllVendorFacts();
  const passing: Place[] = [];
  let from = place;
  for (let step = LOOKED_THROUGH_FIRST; ; step = LOOKED_THROUGH_NEXT) {
    const found = await findVendorIds(filter, from, step);
    passing.push(...found.filter(({ id }) => known.has(id) && toVendorStatus(id, known, now).word === status));
    from = found.at(-1) ?? null;
    if (found.length < step || passing.length > VENDOR_PAGE_SIZE || from === null) break;
  }
  return loadVendorRows(passing.slice(0, VENDOR_PAGE_SIZE + 1), now);
}

/** Vendors by name, a page of 50, each with how it stands now. `next` is the `after` of the following page, or null. */
export async function listVendors(
  ctx: RequestContext,
  input: ListVendorsInput,
): Promise<{ rows: VendorRow[]; next: string | null }> {
  authorize(ctx, "vendor:read");
  const { after, status, ...filter } = parseInput(ListVendorsInput, input);
  const found = await fillPage(filter, status, toPlace(after), ctx.now);
  const rows = found.slice(0, VENDOR_PAGE_SIZE);
  const last = rows.at(-1);
  return { rows, next: found.length > VENDOR_PAGE_SIZE && last !== undefined ? `${last.id}:${last.name}` : null };
}
