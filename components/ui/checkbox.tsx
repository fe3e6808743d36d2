"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";

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
          "tick relative z-1 size-4 cursor-pointer appearance-none rounded-sm border border-control bg-surface shadow-xs",
          "checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent",
          "aria-invalid:border-denied disabled:cursor-not-allowed disabled:opacity-50",
        )}
      />
    </span>
  );
}
