/** Where a page of rows, newest first, begins: the ids of the row it stands after (older) or before (newer). */
type Position = { after: string | undefined; before: string | undefined };

/**
 * The page of up to `size` rows and the ids that its neighbours stand after and before. `found` holds one row more where there are further
 * ones, in the order of the query: ascending when it looks for newer rows.
 */
export function toPage<Row extends { id: string }>(
  found: readonly Row[],
  size: number,
  { after, before }: Position,
): { rows: Row[]; next: string | null; previous: string | null } {
  const isBackwards = before !== undefined;
  const rows = found.slice(0, size);
  if (isBackwards) rows.reverse();
  const hasMore = found.length > size;
  return {
    rows,
    next: isBackwards || hasMore ? (rows.at(-1)?.id ?? null) : null,
    previous: (isBackwards ? hasMore : after !== undefined) ? (rows[0]?.id ?? null) : null,
  };
}
