import { cn } from "@/components/ui/cn";

/** Keeps the place of what is still loading. Give it the size of what will come. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden className={cn("block h-4 animate-breathe rounded-sm bg-active", className)} />;
}

/** The top and the body of a page that is still loading, for `loading.tsx`. */
export function PageSkeleton({ label = "Loading the page" }: { label?: string | undefined }) {
  return (
    <div role="status" className="space-y-6">
      <span className="sr-only">{label}</span>
      <div className="-mx-(--gutter) flex h-12 items-center border-line border-b px-(--gutter)">
        <Skeleton className="w-40" />
      </div>
      <div className="space-y-2">
        <Skeleton className="h-7 w-56" />
        <Skeleton className="w-80 max-w-full" />
      </div>
      <Skeleton className="h-72 rounded-xl" />
    </div>
  );
}
