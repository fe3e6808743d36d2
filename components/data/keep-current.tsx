"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

const REST_MS = 1_000;

/** While it is on the page, asks the server for the page again a second after each answer: for work that goes on without the page. */
export function KeepCurrent() {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  useEffect(() => {
    if (isPending) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") startTransition(() => router.refresh());
    }, REST_MS);
    return () => clearInterval(timer);
  }, [isPending, router]);
  return null;
}
