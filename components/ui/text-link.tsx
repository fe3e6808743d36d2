import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** A link in running text or in a list of facts. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={cn(
        "rounded-sm text-accent-ink underline decoration-accent-line underline-offset-2 hover:decoration-current",
        className,
      )}
    />
  );
}
