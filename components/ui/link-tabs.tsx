"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type LinkTab = { href: string; label: string; count?: number | undefined; icon?: ReactNode };

/** Tabs that are links: the URL is the state. A tab with a query (`?tab=keys`) is current when the page's query has it. */
export function LinkTabs({
  tabs,
  label,
  className,
}: {
  tabs: readonly LinkTab[];
  /** Names the group for screen readers. */
  label: string;
  className?: string | undefined;
}) {
  const pathname = usePathname();
  const params = useSearchParams();
  const current = currentTab(tabs, pathname, params);
  return (
    <nav aria-label={label} className={cn("overflow-x-auto border-line border-b", className)}>
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              scroll={false}
              aria-current={tab === current ? "page" : undefined}
              className={cn(
                "-mb-px flex h-9 items-center gap-2 whitespace-nowrap border-transparent border-b-2 px-2 text-ink-muted -outline-offset-2 hover:text-ink [&_svg]:size-4",
                tab === current && "border-ink font-medium text-ink",
              )}
            >
              {tab.icon}
              {tab.label}
              {tab.count !== undefined && (
                <span className="rounded-sm bg-active px-1 text-ink-muted text-xs tabular-nums">{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The tab whose path and query match, and among those the most exact one. */
function currentTab(tabs: readonly LinkTab[], pathname: string, params: URLSearchParams): LinkTab | undefined {
  let best: LinkTab | undefined;
  let bestScore = -1;
  for (const tab of tabs) {
    const [path = "", query = ""] = tab.href.split("?");
    const wanted = [...new URLSearchParams(query)];
    if (path !== "" && path !== pathname) continue;
    if (!wanted.every(([key, value]) => params.get(key) === value)) continue;
    if (wanted.length > bestScore) {
      best = tab;
      bestScore = wanted.length;
    }
  }
  return best;
}
