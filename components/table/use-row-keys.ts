"use client";

import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useState } from "react";

const SCOPE = "[data-table-keys]";
const ROW = "[data-row-id]";

/**
 * Keyboard rows: j and k (or the arrows, while a row has the focus) move, Enter opens, x chooses. One row is in the tab order.
 * j and k also work while nothing has the focus, in the first table of the page.
 */
export function useRowKeys({
  scope,
  rowIds,
  onOpen,
  onToggle,
}: {
  scope: RefObject<HTMLElement | null>;
  rowIds: readonly string[];
  onOpen: (rowId: string) => void;
  onToggle: ((rowId: string) => void) | undefined;
}) {
  const [activeId, setActiveId] = useState<string | null>(null);
  const tabbableId = activeId !== null && rowIds.includes(activeId) ? activeId : (rowIds[0] ?? null);

  const focusRow = (index: number) => {
    const id = rowIds[Math.min(Math.max(index, 0), rowIds.length - 1)];
    if (id === undefined) return;
    setActiveId(id);
    const rows = scope.current?.querySelectorAll<HTMLElement>(ROW) ?? [];
    const row = [...rows].find((each) => each.dataset["rowId"] === id);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  };

  const fromAnywhere = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== "j" && event.key !== "k") return;
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    const focused = document.activeElement;
    if (focused !== null && focused !== document.body) return;
    if (document.querySelector(SCOPE) !== scope.current) return;
    event.preventDefault();
    focusRow(activeId === null ? 0 : rowIds.indexOf(activeId));
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => fromAnywhere(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>(ROW) : null;
    const id = row?.dataset["rowId"];
    if (id === undefined) return;
    const index = rowIds.indexOf(id);
    const isOnRow = event.target === row;
    if (event.key === "j" || event.key === "ArrowDown") focusRow(index + 1);
    else if (event.key === "k" || event.key === "ArrowUp") focusRow(index - 1);
    else if (event.key === "Home" && isOnRow) focusRow(0);
    else if (event.key === "End" && isOnRow) focusRow(rowIds.length - 1);
    else if (event.key === "Enter" && isOnRow) onOpen(id);
    else if (event.key === "x" && onToggle) onToggle(id);
    else return;
    event.preventDefault();
  };

  return { tabbableId, onKeyDown, onRowFocus: setActiveId };
}

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input:not([type=checkbox]),textarea,select,[contenteditable]") !== null
  );
}
