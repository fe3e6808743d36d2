import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { controlStyles } from "@/components/ui/control-styles";

/** A line of text. `icon` stands inside, before the text. */
export function Input({ className, icon, ...rest }: ComponentProps<"input"> & { icon?: ReactNode }) {
  const input = <input {...rest} className={cn(controlStyles, "h-8 px-2.5", icon ? "ps-8" : "", className)} />;
  if (!icon) return input;
  return (
    <span className="relative block">
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 start-2.5 flex items-center text-ink-faint [&_svg]:size-4"
      >
        {icon}
      </span>
      {input}
    </span>
  );
}
