"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";

/** What can be done to the chosen rows; it floats at the foot of the table while any is chosen. */
export function BulkBar({ count, onClear, children }: { count: number; onClear: () => void; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section
      aria-label="Chosen rows"
      className="sticky bottom-4 z-20 mx-auto mt-2 flex w-fit max-w-full animate-pop-in flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-raised py-1.5 ps-4 pe-1.5 shadow-lg"
    >
      <span role="status" className="me-2 font-medium text-sm tabular-nums">
        {count} chosen
      </span>
      {children}
      <IconButton label="Choose none" icon={<X aria-hidden />} onClick={onClear} />
    </section>
  );
}
