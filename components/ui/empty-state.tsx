import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** Nothing is here yet: what would be here, and the next step to get it. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
  className,
}: {
  icon?: ReactNode;
  title: string;
  /** One or two sentences that teach the next step. */
  children?: ReactNode;
  actions?: ReactNode;
  className?: string | undefined;
}) {
  return (
    <div className={cn("flex flex-col items-center px-6 py-14 text-center", className)}>
      {icon !== undefined && (
        <span
          aria-hidden
          className="mb-4 flex size-10 items-center justify-center rounded-lg border border-line-strong bg-surface text-ink-muted shadow-xs [&_svg]:size-5"
        >
          {icon}
        </span>
      )}
      <p className="font-medium">{title}</p>
      {children !== undefined && <div className="mt-1 max-w-md text-balance text-ink-muted">{children}</div>}
      {actions !== undefined && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
