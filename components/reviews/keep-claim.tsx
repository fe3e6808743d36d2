"use client";

import { startTransition, useEffect, useEffectEvent, useRef } from "react";
import { type FormAction, IDLE } from "@/components/form/form-state";

/** So long before its end a claim is renewed. */
const AHEAD_MS = 120_000;
/** Who touched nothing for so long is not at work on it, and the claim may lapse. */
const AWAY_MS = 240_000;

/** Renews one's own claim while one is at work on the item, so that a long edit is not lost to somebody else. */
export function KeepClaim({ itemId, until, claim }: { itemId: string; until: Date; claim: FormAction }) {
  const lastInput = useRef(0);
  const endsAt = new Date(until).getTime();
  const renew = useEffectEvent(() => {
    if (Date.now() - lastInput.current > AWAY_MS) return;
    const form = new FormData();
    form.set("itemId", itemId);
    form.set("isRenewal", "yes");
    startTransition(async () => {
      await claim(IDLE, form);
    });
  });
  useEffect(() => {
    lastInput.current = Date.now();
    const note = () => {
      lastInput.current = Date.now();
    };
    document.addEventListener("keydown", note, { passive: true });
    document.addEventListener("pointermove", note, { passive: true });
    const timer = setTimeout(renew, Math.max(1_000, endsAt - AHEAD_MS - Date.now()));
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", note);
      document.removeEventListener("pointermove", note);
    };
  }, [endsAt]);
  return null;
}
