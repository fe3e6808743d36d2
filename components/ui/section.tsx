import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";

/** A part of a page: a heading, one line about it, actions at its end. */
export function Section({
  title,
  description,
  actions,
  id,
  headingLevel = 2,
  className,
  children,
}: {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  id?: string | undefined;
  headingLevel?: 2 | 3 | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  const headingId = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <section id={id} aria-labelledby={headingId} className={cn("min-w-0 scroll-mt-16 space-y-4", className)}>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          <Heading id={headingId} className={cn("font-semibold", headingLevel === 2 ? "text-md" : "text-base")}>
            {title}
          </Heading>
          {description !== undefined && <p className="max-w-prose text-ink-muted text-sm">{description}</p>}
        </div>
        {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
