"use client";

import { Menu, PanelLeft, Search } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { GatehouseMark, Wordmark } from "@/components/shell/gatehouse-mark";
import { keepSidebar } from "@/components/shell/keep-sidebar";
import type { NavGroup } from "@/components/shell/nav";
import { NavList } from "@/components/shell/nav-list";
import { openSearch } from "@/components/shell/open-search";
import { SkipLink } from "@/components/shell/skip-link";
import { ThemeToggle } from "@/components/shell/theme-toggle";
import { useHotkey } from "@/components/shell/use-hotkey";
import { type ShellUser, UserMenu } from "@/components/shell/user-menu";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Sheet } from "@/components/ui/sheet";

/** The space at both sides of a page. Past 100 rem the page grows no wider and stands in the middle; its top bar still reaches the edges. */
const GUTTER = "[--gutter:1rem] sm:[--gutter:1.5rem] lg:[--gutter:max(2rem,calc((100vw_-_var(--side)_-_100rem)/2))]";

/** The frame around every signed-in page: the places at the side, the page beside them. `[` folds the side away. */
export function AppShell({
  nav,
  user,
  signOut,
  search,
  banner,
  userMenu,
  isSidebarNarrow = false,
  children,
}: {
  nav: readonly NavGroup[];
  user: ShellUser;
  /** A server action. */
  signOut: () => Promise<void>;
  /** The search trigger: a CommandMenu. */
  search?: ReactNode;
  /** Across the top of every page: what is frozen, what is broken. */
  banner?: ReactNode;
  /** Further items of the account menu. */
  userMenu?: ReactNode;
  /** From the cookie `gatehouse-sidebar` ("narrow"), so that nothing jumps. */
  isSidebarNarrow?: boolean | undefined;
  children: ReactNode;
}) {
  const [isNarrow, setNarrow] = useState(isSidebarNarrow);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const fold = () => {
    keepSidebar(!isNarrow);
    setNarrow(!isNarrow);
  };
  useHotkey("[", fold);
  const account = (narrow: boolean) => (
    <div className={cn("flex items-center gap-1", narrow && "flex-col")}>
      <UserMenu user={user} signOut={signOut} isNarrow={narrow}>
        {userMenu}
      </UserMenu>
      <ThemeToggle side="top" />
    </div>
  );
  return (
    <div
      className={cn(
        "min-h-dvh md:grid md:grid-cols-[var(--side)_minmax(0,1fr)] print:block",
        isNarrow ? "[--side:3.5rem]" : "[--side:14.5rem]",
      )}
    >
      <SkipLink />
      <aside
        aria-label="Sidebar"
        className="sticky top-0 hidden h-dvh flex-col gap-3 border-line border-e bg-sunken p-3 md:flex print:hidden"
      >
        <div className={cn("flex h-8 items-center gap-2", isNarrow && "h-auto flex-col")}>
          <Link
            href="/"
            aria-label="Gatehouse, overview"
            className={cn("flex rounded-md px-1 py-0.5", !isNarrow && "flex-1")}
          >
            {isNarrow ? <GatehouseMark /> : <Wordmark />}
          </Link>
          <IconButton
            size="sm"
            label={isNarrow ? "Unfold the sidebar  [" : "Fold the sidebar  ["}
            aria-expanded={!isNarrow}
            icon={<PanelLeft aria-hidden />}
            onClick={fold}
          />
        </div>
        {search !== undefined && (
          <div data-narrow={isNarrow} className="group/search">
            {search}
          </div>
        )}
        <div className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1">
          <NavList groups={nav} isNarrow={isNarrow} />
        </div>
        {account(isNarrow)}
      </aside>
      <header className="sticky top-0 z-30 flex h-12 items-center gap-2 border-line border-b bg-canvas px-2 md:hidden print:hidden">
        <Sheet
          side="start"
          title="Menu"
          isOpen={isDrawerOpen}
          onOpenChange={setDrawerOpen}
          className="w-72"
          trigger={<IconButton size="lg" label="Menu" icon={<Menu aria-hidden />} />}
        >
          <div className="-m-2 flex min-h-full flex-col gap-4">
            <div className="flex-1">
              <NavList groups={nav} onNavigate={() => setDrawerOpen(false)} />
            </div>
            {account(false)}
          </div>
        </Sheet>
        <Link href="/" className="flex rounded-md px-1 py-0.5">
          <Wordmark />
        </Link>
        {search !== undefined && (
          <IconButton size="lg" label="Search" icon={<Search aria-hidden />} onClick={openSearch} className="ms-auto" />
        )}
      </header>
      <div className="flex min-w-0 flex-col">
        {banner}
        <main id="main" tabIndex={-1} className={cn("min-w-0 flex-1 px-(--gutter) pb-16 outline-none", GUTTER)}>
          {children}
        </main>
      </div>
    </div>
  );
}
