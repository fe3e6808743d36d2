import { OctagonX } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** Something failed: what happened, what was kept, what to do. `reference` is what support would ask for. */
export function ErrorState({
  title,
  children,
  kept,
  actions,
  reference,
  className,
}: {
  title: string;
  children?: ReactNode;
  /** What is still safe ("Nothing was changed."). */
  kept?: string | undefined;
  actions?: ReactNode;
  reference?: string | undefined;
  className?: string | undefined;
}) {
  return (
    <div role="alert" className={cn("flex flex-col items-center px-6 py-14 text-center", className)}>
      <span
        aria-hidden
        className="mb-4 flex size-10 items-center justify-center rounded-lg border border-denied-line bg-denied-soft text-denied-ink"
      >
        <OctagonX className="size-5" />
      </span>
      <p className="font-medium">{title}</p>
      <div className="mt-1 max-w-md text-balance text-ink-muted">
        {children} {kept}
      </div>
      {actions !== undefined && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
      {reference !== undefined && (
        <p className="mt-4 text-ink-faint text-xs">
          Reference <code className="font-mono">{reference}</code>
        </p>
      )}
    </div>
  );
}
