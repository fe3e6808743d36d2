import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";

/** The top of a page: a bar with breadcrumbs and actions that stays in view, then the title and one line about it. */
export function PageHeader({
  title,
  description,
  breadcrumbs,
  meta,
  actions,
}: {
  title: ReactNode;
  description?: ReactNode;
  /** Ends with the page itself. */
  breadcrumbs?: readonly Crumb[] | undefined;
  /** Stands beside the title: a state, a badge. */
  meta?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <>
      {(breadcrumbs !== undefined || actions !== undefined) && (
        <div className="-mx-(--gutter) sticky top-0 z-20 flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-canvas px-(--gutter) py-2 max-md:top-12">
          {breadcrumbs !== undefined && <Breadcrumbs crumbs={breadcrumbs} className="flex-1 max-sm:basis-40" />}
          {actions !== undefined && <div className="ms-auto flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
      )}
      <header className="pt-6 pb-5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="font-semibold text-xl">{title}</h1>
          {meta}
        </div>
        {description !== undefined && <p className="mt-1 max-w-prose text-ink-muted">{description}</p>}
      </header>
    </>
  );
}
