"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";

const WIDTHS = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-3xl" } as const;

/** A question or a short task over the page. Uncontrolled with `trigger`, or controlled with `isOpen` and `onOpenChange`. */
export function Dialog({
  trigger,
  title,
  description,
  size = "sm",
  footer,
  isOpen,
  onOpenChange,
  children,
}: {
  trigger?: ReactElement | undefined;
  title: string;
  description?: ReactNode;
  size?: keyof typeof WIDTHS | undefined;
  footer?: ReactNode;
  isOpen?: boolean | undefined;
  onOpenChange?: ((isOpen: boolean) => void) | undefined;
  children?: ReactNode;
}) {
  return (
    <Primitive.Root {...(isOpen !== undefined && { open: isOpen })} {...(onOpenChange && { onOpenChange })}>
      {trigger !== undefined && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade-in bg-veil" />
        <Primitive.Content
          {...(description === undefined && { "aria-describedby": undefined })}
          className={cn(
            "fixed inset-x-4 top-[12dvh] z-50 mx-auto flex max-h-[calc(100dvh-16dvh)] animate-pop-in flex-col rounded-xl border border-line-strong bg-raised shadow-lg outline-none",
            WIDTHS[size],
          )}
        >
          <header className="px-5 pt-4 pe-12">
            <Primitive.Title className="font-semibold text-md">{title}</Primitive.Title>
            {description !== undefined && (
              <Primitive.Description asChild>
                <div className="mt-1 text-ink-muted">{description}</div>
              </Primitive.Description>
            )}
          </header>
          <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>
          {footer !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{footer}</footer>
          )}
          <DialogX />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** The cross in the corner; last in order, so that the first stop of the keyboard is the dialog's own task. */
export function DialogX() {
  return (
    <Primitive.Close aria-label="Close" className={cn(buttonStyles("ghost", "sm"), "absolute end-3 top-3 w-7 px-0")}>
      <X aria-hidden />
    </Primitive.Close>
  );
}

/** Closes the dialog it stands in. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Primitive.Close asChild>{children}</Primitive.Close>;
}
