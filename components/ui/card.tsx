import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A box for one thing. `title` gives it a header row with `actions` at its end; `padding` none lets a table reach the edges. */
export function Card({
  title,
  description,
  actions,
  footer,
  padding = "md",
  headingLevel = 2,
  className,
  children,
}: {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  padding?: "none" | "md" | undefined;
  headingLevel?: 2 | 3 | 4 | undefined;
  className?: string | undefined;
  children?: ReactNode;
}) {
  const Heading = `h${headingLevel}` as const;
  return (
    <section className={cn("flex min-w-0 flex-col rounded-xl border border-line bg-surface shadow-xs", className)}>
      {(title !== undefined || actions !== undefined) && (
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-3">
          <div className="min-w-0 flex-1">
            <Heading className="font-medium text-base">{title}</Heading>
            {description !== undefined && <p className="text-ink-muted text-sm">{description}</p>}
          </div>
          {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      {children !== undefined && <div className={cn("flex-1", padding === "md" && "p-4")}>{children}</div>}
      {footer !== undefined && (
        <footer className="flex flex-wrap items-center gap-2 rounded-b-xl border-line border-t bg-canvas px-4 py-3 text-ink-muted text-sm">
          {footer}
        </footer>
      )}
    </section>
  );
}
