"use client";

import { useEffect, useEffectEvent } from "react";

/** Runs `act` when the key is pressed outside fields, dialogs and menus. `mod` wants ⌘ or Ctrl and then works in fields too. */
export function useHotkey(key: string, act: () => void, mod = false) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const hasMod = event.metaKey || event.ctrlKey;
    if (event.key.toLowerCase() !== key || hasMod !== mod || event.defaultPrevented) return;
    if (!mod && event.target instanceof HTMLElement && event.target.closest(BUSY)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

const BUSY = "input,textarea,select,[contenteditable],[role=dialog],[role=menu]";
