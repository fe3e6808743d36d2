"use client";

import {
  Bot,
  Building2,
  ClipboardCheck,
  Database,
  Grid3x3,
  Hourglass,
  Inbox,
  LayoutDashboard,
  type LucideIcon,
  Rocket,
  ScrollText,
  Settings,
  UserCheck,
  Users,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { currentNavItem, type NavGroup, type NavIcon } from "@/components/shell/nav";
import { cn } from "@/components/ui/cn";

const ICONS: Record<NavIcon, LucideIcon> = {
  overview: LayoutDashboard,
  inbox: Inbox,
  agents: Bot,
  data: Database,
  scopes: Grid3x3,
  access_reviews: ClipboardCheck,
  widenings: UserCheck,
  vendors: Building2,
  audit: ScrollText,
  retention: Hourglass,
  people: Users,
  settings: Settings,
  start: Rocket,
};

/** The places of the console. `isNarrow` shows only icons, the words as tooltips of the browser. */
export function NavList({
  groups,
  isNarrow = false,
  onNavigate,
}: {
  groups: readonly NavGroup[];
  isNarrow?: boolean | undefined;
  onNavigate?: (() => void) | undefined;
}) {
  const current = currentNavItem(groups, usePathname());
  return (
    <nav aria-label="Main" className="space-y-4">
      {groups.map((group, index) => (
        <div key={group.label ?? index}>
          {group.label !== undefined && !isNarrow && (
            <p className="px-2 pb-1 font-medium text-2xs text-ink-faint">{group.label}</p>
          )}
          <ul className="space-y-px">
            {group.items.map((item) => {
              const Icon = ICONS[item.icon];
              const isCurrent = item === current;
              const count = item.count ?? 0;
              return (
                <li key={item.href}>
                  <Link
                    href={item.href}
                    onClick={() => onNavigate?.()}
                    aria-current={isCurrent ? "page" : undefined}
                    title={isNarrow ? item.label : undefined}
                    className={cn(
                      "relative flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-muted hover:bg-hover hover:text-ink",
                      isCurrent && "bg-active font-medium text-ink hover:bg-active",
                      isNarrow && "justify-center",
                    )}
                  >
                    <Icon aria-hidden className={cn("size-4 shrink-0", isCurrent ? "text-ink" : "text-ink-faint")} />
                    <span className={cn("min-w-0 flex-1 truncate", isNarrow && "sr-only")}>{item.label}</span>
                    {count > 0 && <Count count={count} isNarrow={isNarrow} />}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Count({ count, isNarrow }: { count: number; isNarrow: boolean }) {
  if (isNarrow) {
    return (
      <span className="absolute end-1 top-1 size-2 rounded-full bg-accent">
        <span className="sr-only">{count} waiting</span>
      </span>
    );
  }
  return (
    <span className="rounded-sm px-1 text-ink-muted text-xs tabular-nums">
      {count > 99 ? "99+" : count}
      <span className="sr-only"> waiting</span>
    </span>
  );
}
