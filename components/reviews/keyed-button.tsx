"use client";

import { useRef } from "react";
import { toast } from "sonner";
import { useHotkey } from "@/components/shell/use-hotkey";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

/** A button that a single key presses too, and that shows it. Where it cannot be pressed, the key says why. */
export function KeyedButton({ shortcut, children, ...rest }: Omit<ButtonProps, "ref"> & { shortcut: string }) {
  const button = useRef<HTMLButtonElement>(null);
  useHotkey(shortcut, () => {
    if (rest.disabledReason) toast.info(rest.disabledReason);
    else button.current?.click();
  });
  return (
    <Button {...rest} ref={button} aria-keyshortcuts={shortcut}>
      {children}
      <Kbd className="-me-1 opacity-80 max-sm:hidden">{shortcut}</Kbd>
    </Button>
  );
}
