"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

const SAID_MS = 2000;

/** Copies `text`. `label` names what is copied ("Copy the decision id"); with `showLabel` it stands in the button. */
export function CopyButton({
  text,
  label = "Copy",
  showLabel = false,
  size = "sm",
  onCopied,
}: {
  text: string;
  label?: string | undefined;
  showLabel?: boolean | undefined;
  size?: "sm" | "md" | undefined;
  onCopied?: (() => void) | undefined;
}) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
      onCopied?.();
    } catch {
      // Without HTTPS or permission the browser refuses; the text stays selectable.
      setOutcome("failed");
    }
  };
  const said = outcome === null ? label : outcome === "copied" ? "Copied" : "Could not copy. Select it instead.";
  const icon = outcome === "copied" ? <Check aria-hidden className="text-clear-ink" /> : <Copy aria-hidden />;
  return (
    <>
      {showLabel ? (
        <Button size={size} icon={icon} onClick={copy}>
          {said}
        </Button>
      ) : (
        <IconButton size={size} label={said} icon={icon} onClick={copy} />
      )}
      <span role="status" className="sr-only">
        {outcome === null ? "" : said}
      </span>
    </>
  );
}
