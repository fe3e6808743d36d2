"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";

const TICK =
  "checked:bg-[url(\"data:image/svg+xml,%3Csvg_xmlns='http://www.w3.org/2000/svg'_viewBox='0_0_16_16'_fill='none'_stroke='white'_stroke-width='2.25'_stroke-linecap='round'_stroke-linejoin='round'%3E%3Cpath_d='m3.5_8.5_3_3_6-7'/%3E%3C/svg%3E\")]";
const DASH =
  "indeterminate:bg-[url(\"data:image/svg+xml,%3Csvg_xmlns='http://www.w3.org/2000/svg'_viewBox='0_0_16_16'_fill='none'_stroke='white'_stroke-width='2.25'_stroke-linecap='round'%3E%3Cpath_d='M4_8h8'/%3E%3C/svg%3E\")]";

/** The browser's own checkbox, drawn in the console's hand. It needs a label: CheckboxField gives one. */
export function Checkbox({
  isIndeterminate = false,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { isIndeterminate?: boolean | undefined }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isIndeterminate;
  }, [isIndeterminate]);
  return (
    <span className={cn("hit-area inline-flex size-4 shrink-0", className)}>
      <input
        {...rest}
        ref={box}
        type="checkbox"
        className={cn(
          "relative z-1 size-4 cursor-pointer appearance-none rounded-sm border border-control bg-surface shadow-xs",
          "checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent",
          "aria-invalid:border-denied disabled:cursor-not-allowed disabled:opacity-50",
          TICK,
          DASH,
        )}
      />
    </span>
  );
}
