"use client";

import { CircleCheck, Info, OctagonX, TriangleAlert } from "lucide-react";
import type { CSSProperties } from "react";
import { Toaster as SonnerToaster } from "sonner";
import { Spinner } from "@/components/ui/spinner";

const colours = {
  "--normal-bg": "var(--color-raised)",
  "--normal-border": "var(--color-line-strong)",
  "--normal-text": "var(--color-ink)",
  "--border-radius": "var(--radius-lg)",
  "--width": "22.5rem",
} as CSSProperties;

/** Where toasts appear. Mounted once by Providers; call `toast` of sonner to show one. */
export function Toaster() {
  return (
    <SonnerToaster
      position="bottom-right"
      style={colours}
      closeButton
      toastOptions={{
        style: { fontFamily: "var(--font-sans)", boxShadow: "var(--shadow-md)" },
        classNames: { description: "text-ink-muted!", actionButton: "bg-solid! text-ink-inverse!" },
      }}
      icons={{
        success: <CircleCheck aria-hidden className="size-4 text-clear-ink" />,
        error: <OctagonX aria-hidden className="size-4 text-denied-ink" />,
        warning: <TriangleAlert aria-hidden className="size-4 text-masked-ink" />,
        info: <Info aria-hidden className="size-4 text-accent-ink" />,
        loading: <Spinner />,
      }}
    />
  );
}
