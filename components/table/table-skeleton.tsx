import { Skeleton } from "@/components/ui/skeleton";

const WIDTHS = ["w-40", "w-24", "w-32", "w-20", "w-28", "w-16"] as const;

/** The place of a table that is still loading, for `loading.tsx` and Suspense: as many columns and rows as will come. */
export function TableSkeleton({
  columns = 5,
  rows = 10,
  label = "Loading the table",
}: {
  columns?: number | undefined;
  rows?: number | undefined;
  label?: string | undefined;
}) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      <div className="mb-3 flex gap-2">
        <Skeleton className="h-8 w-64 max-w-full rounded-md" />
        <Skeleton className="ms-auto h-8 w-20 rounded-md" />
      </div>
      <div aria-hidden className="overflow-hidden rounded-xl border border-line bg-surface shadow-xs">
        <div className="h-9 border-line border-b bg-canvas" />
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never change
          <div key={row} className="flex h-11 items-center gap-6 border-line px-4 not-last:border-b compact:h-8">
            {Array.from({ length: columns }, (_, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the cells are alike and never change
              <div key={column} className="min-w-0 flex-1">
                <Skeleton className={WIDTHS[(row + column * 2) % WIDTHS.length]} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
