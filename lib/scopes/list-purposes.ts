import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";

/** Every purpose there is, by code. */
export async function listPurposes(ctx: RequestContext): Promise<{ code: string; sentence: string }[]> {
  authorize(ctx, "scope:read");
  return reader().purpose.findMany({ orderBy: { code: "asc" }, select: { code: true, sentence: true } });
}
