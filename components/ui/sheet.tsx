"use client";

import { Dialog as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { DialogX } from "@/components/ui/dialog";

/** A panel that slides over the page's edge, for a task beside the page. What belongs to a row opens in SplitView instead. */
export function Sheet({
  trigger,
  title,
  description,
  side = "end",
  footer,
  isOpen,
  onOpenChange,
  className,
  children,
}: {
  trigger?: ReactElement | undefined;
  title: string;
  description?: ReactNode;
  side?: "start" | "end" | undefined;
  footer?: ReactNode;
  isOpen?: boolean | undefined;
  onOpenChange?: ((isOpen: boolean) => void) | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Primitive.Root {...(isOpen !== undefined && { open: isOpen })} {...(onOpenChange && { onOpenChange })}>
      {trigger !== undefined && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade-in bg-veil" />
        <Primitive.Content
          {...(description === undefined && { "aria-describedby": undefined })}
          className={cn(
            "fixed inset-y-0 z-50 flex w-[min(30rem,calc(100vw-2rem))] flex-col border-line-strong bg-raised shadow-lg outline-none",
            side === "end" ? "end-0 animate-slide-in border-s" : "start-0 animate-slide-in-start border-e",
            className,
          )}
        >
          <header className="border-line border-b px-5 py-3 pe-12">
            <Primitive.Title className="font-semibold text-md">{title}</Primitive.Title>
            {description !== undefined && (
              <Primitive.Description className="text-ink-muted text-sm">{description}</Primitive.Description>
            )}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-5">{children}</div>
          {footer !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{footer}</footer>
          )}
          <DialogX />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
