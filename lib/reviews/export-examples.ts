import { record } from "@/lib/audit/record";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { hidePersonalData, maskString } from "./internal/mask-values";
import { unsealExample } from "./internal/store-example";

const BATCH = 200;

/** Newline-delimited JSON, in batches of lines: they are opened one batch at a time, however many there are. */
async function* writeLines(lastId: string): AsyncGenerator<string> {
  const find = hidePersonalData(null);
  for (let after: string | undefined; ; ) {
    const rows = await reader().labelledExample.findMany({
      where: { id: { lte: lastId, ...(after !== undefined && { gt: after }) } },
      orderBy: { id: "asc" },
      take: BATCH,
      select: { id: true, kinds: true, textSealed: true },
    });
    if (rows.length > 0)
      yield rows
        .map(({ id, kinds, textSealed }) => {
          const text = maskString(unsealExample(textSealed, id), find);
          return `${JSON.stringify({ text, kinds })}\n`;
        })
        .join("");
    after = rows.at(-1)?.id;
    if (rows.length < BATCH || after === undefined) return;
  }
}

/**
 * What reviewers said messages are, one `{text, kinds}` a line, for `npm run triage:train`. Customers' values are masked, and no agent,
 * person or time is in it. The event with their number is stored before the first line leaves.
 */
export async function exportExamples(ctx: RequestContext): Promise<{ count: number; lines: AsyncIterable<string> }> {
  authorize(ctx, "example:export");
  const last = await reader().labelledExample.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
  const lastId = last?.id ?? "00000000-0000-0000-0000-000000000000";
  const count = await reader().labelledExample.count({ where: { id: { lte: lastId } } });
  await record(ctx, [{ action: "examples.exported", count }]);
  return { count, lines: writeLines(lastId) };
}
