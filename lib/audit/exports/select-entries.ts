import { getReaderPool } from "@/lib/db/pool";
import { type EventFilters, toFilterNames } from "@/lib/audit/search/event-filters";
import { toEventQuery } from "@/lib/audit/search/event-query";
import { findEvents } from "@/lib/audit/search/find-events";
import type { Selection } from "./write-entries";

const PAGE = 2_000;

/** The numbers of the entries whose events fit, up to a size of the log. `onPage` may throw to stop. */
export async function selectEntries(
  filters: EventFilters,
  size: number,
  onPage: () => Promise<void>,
): Promise<Selection> {
  if (toFilterNames(filters).length === 0) return { kind: "all" };
  const query = await toEventQuery(filters);
  const entries: number[] = [];
  for (let from: string | undefined; ; ) {
    const page = await findEvents<{ id: string }>(query, "e.id", { from, direction: "older", limit: PAGE });
    const { rows } = await getReaderPool().query<{ seq: string }>(
      "SELECT seq FROM log_entry WHERE event_id = ANY ($1::uuid[]) AND seq < $2",
      [page.map(({ id }) => id), size],
    );
    entries.push(...rows.map(({ seq }) => Number(seq)));
    await onPage();
    from = page.at(-1)?.id;
    if (page.length < PAGE) return { kind: "some", entries: entries.sort((a, b) => a - b) };
  }
}
