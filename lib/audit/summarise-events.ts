import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { countEvents, type Summary } from "./search/count-events";
import { EventFilters, toFilterNames } from "./search/event-filters";
import { toEventQuery } from "./search/event-query";
import { noteReading } from "./search/note-search";

export const SummariseEventsInput = EventFilters.extend({
  /** How many bars the histogram has. */
  buckets: z.number().int().min(1).max(200).default(60),
});
export type SummariseEventsInput = z.input<typeof SummariseEventsInput>;

/** How many events fit the filters, exact up to 10,000, and a histogram of them over time, an estimate beyond. */
export async function summariseEvents(ctx: RequestContext, input: SummariseEventsInput): Promise<Summary> {
  authorize(ctx, "audit:read");
  const startedAt = performance.now();
  const { buckets, ...filters } = parseInput(SummariseEventsInput, input);
  const summary = await countEvents(await toEventQuery(filters), buckets);
  const filterNames = toFilterNames(filters);
  const durationMs = Math.round(performance.now() - startedAt);
  const event = { action: "audit.searched", filters: filterNames, rowCount: 0, durationMs } as const;
  await noteReading(ctx, filterNames.join(), { ...event, filters: [...filterNames] });
  return summary;
}
