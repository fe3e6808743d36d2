"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useRef, useState } from "react";
import { KeysHelp } from "@/components/reviews/keys-help";
import { useHotkey } from "@/components/shell/use-hotkey";

export const ITEM_TITLE_ID = "held-item-title";

type DeskRow = {
  id: string;
  href: string;
  /** Whether this person could decide it next: it waits, and nobody else has it. */
  isMine: boolean;
};

type Inbox = {
  goNext: () => void;
  /** While true no key leaves the item: something in it is half written. */
  keepOpen: (isKept: boolean) => void;
};

const InboxContext = createContext<Inbox>({ goNext: () => {}, keepOpen: () => {} });

/** The way to the next waiting item, for what ends one, and how to stay with this one. */
export function useInbox() {
  return useContext(InboxContext);
}

const BUSY = "input:not([type=checkbox]),textarea,select,[contenteditable],[role=dialog],[role=menu]";

function isBusy({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest(BUSY) !== null;
}

/**
 * The keyboard of the inbox: j and k open the next and the previous item while one is open, ? lists the keys. The focus goes with the
 * item, so that a screen reader says which one it is.
 */
export function InboxDesk({
  rows,
  openId,
  closeHref,
  children,
}: {
  rows: readonly DeskRow[];
  openId: string | null;
  closeHref: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const wantsFocus = useRef(false);
  const isKeptOpen = useRef(false);
  // What stood after the open item when it was last in the list: deciding it may take it out.
  const ahead = useRef<readonly DeskRow[]>([]);
  const at = rows.findIndex((row) => row.id === openId);
  useEffect(() => {
    if (at >= 0) ahead.current = [...rows.slice(at + 1), ...rows.slice(0, at)];
  }, [rows, at]);

  const open = (href: string | undefined) => {
    if (href === undefined) return;
    wantsFocus.current = true;
    router.push(href, { scroll: false });
  };
  const goNext = () => open(ahead.current.find((row) => row.isMine)?.href ?? closeHref);

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const row = openId === null ? null : document.querySelector(`[data-row-id="${CSS.escape(openId)}"]`);
    row?.scrollIntoView({ block: "nearest" });
    document.getElementById(openId === null ? "main" : ITEM_TITLE_ID)?.focus({ preventScroll: openId === null });
  }, [openId]);

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (openId === null || isBusy(event)) return;
    if (event.key === "Escape" && isKeptOpen.current) event.preventDefault();
    if ((event.key !== "j" && event.key !== "k") || isKeptOpen.current) return;
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    // Before the table's own keys, which move between rows and open none.
    event.stopPropagation();
    open(rows[event.key === "j" ? (at < 0 ? 0 : at + 1) : at - 1]?.href);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, []);
  useHotkey("?", () => setHelpOpen(true));
  const keepOpen = (isKept: boolean) => {
    isKeptOpen.current = isKept;
  };

  return (
    <InboxContext value={{ goNext, keepOpen }}>
      {children}
      <KeysHelp isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
    </InboxContext>
  );
}
