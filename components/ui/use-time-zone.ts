"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** The viewer's time zone; "UTC" on the server and while hydrating. */
export function useTimeZone(): string {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
}
