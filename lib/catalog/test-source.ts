import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError, type DomainErrorCode } from "@/lib/kernel/domain-error";
import type { SourceId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";
import { loadSourceConnection } from "./connector/source-connection";
import { withSourceConnection } from "./connector/with-source-connection";

export const TestSourceInput = z.object({ sourceId: z.uuid({ error: "must be a source's id" }) });
export type TestSourceInput = z.input<typeof TestSourceInput>;

/** `isWritable`: the source's user may change some table there; one that may only read is enough and safer. */
export type SourceTest =
  | { outcome: "passed"; serverVersion: string; isWritable: boolean }
  | { outcome: "failed"; code: DomainErrorCode; sentence: string };

const QUERY = `
  SELECT current_setting('server_version'), EXISTS (
    SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
      AND pg_catalog.has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE'))`;

async function trySource(sourceId: SourceId): Promise<SourceTest> {
  const source = await loadSourceConnection(sourceId);
  try {
    const rows = await withSourceConnection(source, (client) => client.query(QUERY));
    return { outcome: "passed", serverVersion: rows[0]?.[0] ?? "", isWritable: rows[0]?.[1] === "t" };
  } catch (error) {
    if (error instanceof DomainError) return { outcome: "failed", code: error.code, sentence: error.message };
    throw error;
  }
}

/** Opens a connection as the source's user, says whether it works, and keeps the outcome with the source. Throws `not_found`. */
export async function testSource(ctx: RequestContext, input: TestSourceInput): Promise<SourceTest> {
  authorize(ctx, "catalog:write");
  const sourceId = parseInput(TestSourceInput, input).sourceId as SourceId;
  const test = await trySource(sourceId);
  const reason = test.outcome === "passed" ? null : test.code;
  return commit(ctx, async (tx) => {
    await tx.source.update({
      where: { id: sourceId },
      data: { testedAt: ctx.now, testError: reason },
      select: { id: true },
    });
    return { result: test, events: [{ action: "source.tested", sourceId, reason }] };
  });
}
