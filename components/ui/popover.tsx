"use client";

import { Popover as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A small box that opens from a button and holds more than words: a form, a picker, details. */
export function Popover({
  trigger,
  label,
  align = "start",
  isOpen,
  onOpenChange,
  className,
  children,
}: {
  trigger: ReactElement;
  /** Names the box for screen readers. */
  label: string;
  align?: "start" | "center" | "end" | undefined;
  isOpen?: boolean | undefined;
  onOpenChange?: ((isOpen: boolean) => void) | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Primitive.Root {...(isOpen !== undefined && { open: isOpen })} {...(onOpenChange && { onOpenChange })}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            "z-50 max-h-(--radix-popover-content-available-height) w-72 animate-pop-in overflow-y-auto rounded-lg border border-line-strong bg-raised p-4 shadow-md outline-none",
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
