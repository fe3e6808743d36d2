import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { type Source, SOURCE_SELECT, toSource } from "./internal/source-summary";

export const GetSourceInput = z.object({ sourceId: z.uuid({ error: "must be a source's id" }) });
export type GetSourceInput = z.input<typeof GetSourceInput>;

/** Throws `not_found`. */
export async function getSource(ctx: RequestContext, input: GetSourceInput): Promise<Source> {
  authorize(ctx, "catalog:read");
  const { sourceId } = parseInput(GetSourceInput, input);
  const row = await reader().source.findUnique({ where: { id: sourceId }, select: SOURCE_SELECT });
  if (!row) throw new DomainError("not_found", "There is no such source.");
  return toSource(row, ctx.now);
}
