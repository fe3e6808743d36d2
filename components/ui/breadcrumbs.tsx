import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { cn } from "@/components/ui/cn";

export type Crumb = { label: string; href?: string | undefined };

/** Where this page is. The last crumb is the page itself. */
export function Breadcrumbs({ crumbs, className }: { crumbs: readonly Crumb[]; className?: string | undefined }) {
  return (
    <nav aria-label="Breadcrumbs" className={cn("min-w-0", className)}>
      <ol className="flex min-w-0 items-center gap-1 text-sm">
        {crumbs.map((crumb, index) => {
          const isLast = index === crumbs.length - 1;
          return (
            <li
              key={`${crumb.href ?? ""}${crumb.label}`}
              className={cn("flex min-w-0 items-center gap-1", !isLast && index > 0 && "max-sm:hidden")}
            >
              {index > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />}
              {crumb.href !== undefined && !isLast ? (
                <Link href={crumb.href} className="truncate rounded-sm px-1 py-0.5 text-ink-muted hover:text-ink">
                  {crumb.label}
                </Link>
              ) : (
                <span aria-current={isLast ? "page" : undefined} className="truncate px-1 font-medium">
                  {crumb.label}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
