"use client";

import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { NowProvider } from "@/components/ui/now-provider";
import { Toaster } from "@/components/ui/toaster";

/** What every page needs once, at the root: the clock, tooltips, and the place where toasts appear. */
export function Providers({ now, children }: { now: number; children: ReactNode }) {
  return (
    <NowProvider now={now}>
      <Tooltip.Provider delayDuration={300} skipDelayDuration={200}>
        {children}
        <Toaster />
      </Tooltip.Provider>
    </NowProvider>
  );
}
