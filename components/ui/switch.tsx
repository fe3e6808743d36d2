import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** On or off at once. A choice that waits for a Save button is a Checkbox. */
export function Switch({ className, ...rest }: Omit<ComponentProps<"input">, "type" | "role">) {
  return (
    <input
      {...rest}
      type="checkbox"
      role="switch"
      className={cn(
        "relative h-5 w-9 shrink-0 cursor-pointer appearance-none rounded-full border border-control bg-active transition-colors duration-150",
        "before:absolute before:inset-y-0.5 before:start-0.5 before:aspect-square before:rounded-full before:bg-ink-muted before:transition-[translate] before:duration-150",
        "checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-surface",
        "disabled:cursor-not-allowed disabled:opacity-50",
        className,
      )}
    />
  );
}
