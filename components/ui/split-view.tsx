"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";

const COLUMNS = {
  list: "lg:grid-cols-[minmax(0,1fr)_minmax(22rem,28rem)] lg:gap-6",
  panel: "lg:grid-cols-[minmax(16rem,2fr)_minmax(0,5fr)] lg:gap-6",
} as const;

/** Beside a list that is read, the panel scrolls with it; where the work is in the panel, both fit the window. */
const HEIGHTS = {
  list: "lg:max-h-[calc(100dvh-5rem)]",
  panel: "lg:max-h-[max(28rem,calc(100dvh-13.5rem))]",
} as const;

/**
 * A list with one of its rows opened beside it; on a narrow screen the opened row covers the list. Whether one is open
 * is in the URL: pass `panel` when it is, with the address that closes it. Escape closes too.
 */
export function SplitView({
  panel,
  panelTitle,
  closeHref,
  emphasis = "list",
  children,
}: {
  panel: ReactNode;
  panelTitle: string;
  closeHref: string;
  /** Which of the two the work is in: it gets the room. */
  emphasis?: "list" | "panel" | undefined;
  children: ReactNode;
}) {
  const isOpen = panel !== null && panel !== undefined && panel !== false;
  return (
    <div className={cn("grid min-w-0", isOpen && COLUMNS[emphasis])}>
      <div className="min-w-0">{children}</div>
      {isOpen && (
        <Panel title={panelTitle} closeHref={closeHref} className={HEIGHTS[emphasis]}>
          {panel}
        </Panel>
      )}
    </div>
  );
}

function Panel({
  title,
  closeHref,
  className,
  children,
}: {
  title: string;
  closeHref: string;
  className: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const closeLink = useRef<HTMLAnchorElement>(null);
  const close = useEffectEvent((event: KeyboardEvent) => {
    const isElsewhere =
      event.target instanceof Element && event.target.closest("[role=dialog],[role=menu],input,textarea,select");
    if (event.key !== "Escape" || event.defaultPrevented || isElsewhere) return;
    router.push(closeHref, { scroll: false });
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => close(event);
    window.addEventListener("keydown", listen);
    if (window.matchMedia("(width < 64rem)").matches) closeLink.current?.focus();
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return (
    <aside
      aria-label={title}
      className={cn(
        "z-30 flex min-h-0 flex-col border-line bg-surface max-lg:fixed max-lg:inset-0 max-lg:animate-slide-in lg:sticky lg:top-16 lg:self-start lg:rounded-xl lg:border lg:shadow-sm",
        className,
      )}
    >
      <header className="flex items-center gap-4 border-line border-b px-4 py-2">
        <h2 className="min-w-0 flex-1 truncate font-medium">{title}</h2>
        <Link
          ref={closeLink}
          href={closeHref}
          scroll={false}
          aria-label="Close panel"
          className={cn(buttonStyles("ghost", "sm"), "-me-1 w-7 px-0")}
        >
          <X aria-hidden />
        </Link>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
    </aside>
  );
}
