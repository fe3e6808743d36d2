import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { type Source, SOURCE_SELECT, toSource } from "./internal/source-summary";

const SOURCES_MAX = 500;

/** Every source by name, at most 500, each with its latest discovery. */
export async function listSources(ctx: RequestContext): Promise<Source[]> {
  authorize(ctx, "catalog:read");
  const rows = await reader().source.findMany({
    select: SOURCE_SELECT,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: SOURCES_MAX,
  });
  return rows.map((row) => toSource(row, ctx.now));
}
