import { readSearch } from "@/app/(console)/search-params";
import { toFileAnswer } from "@/app/(console)/vendors/file-answer";
import { FILTER_SHAPE, toVendorFilter } from "@/app/(console)/vendors/vendor-filters";
import { requireContext } from "@/app/session";
import { exportVendors } from "@/lib/vendors/export-vendors";

/** The vendors that pass the filters of the table, as CSV. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await requireContext("vendor:read");
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const { query, wrong } = await readSearch(Promise.resolve(given), FILTER_SHAPE);
  // A filter that is left out would make this a list of more than was asked for.
  if (wrong.length > 0)
    return new Response(wrong.map(({ name, must }) => `${name} ${must}.`).join("\n"), { status: 400 });
  return toFileAnswer(await exportVendors(ctx, toVendorFilter(query)));
}
