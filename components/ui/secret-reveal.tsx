"use client";

import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyButton } from "@/components/ui/copy-button";

/** A secret that is shown once: copy it, say that it is stored, and it is gone. `onStored` runs then. */
export function SecretReveal({
  label,
  secret,
  children,
  kept = "Gatehouse keeps a fingerprint of it, never the secret itself. If it is lost, make a new one and revoke this.",
  onStored,
}: {
  /** What it is ("Key for Billing assistant"). */
  label: string;
  secret: string;
  /** What to do with it. */
  children?: ReactNode;
  /** What Gatehouse keeps of it, and what to do when it is lost. */
  kept?: string | undefined;
  onStored: () => void;
}) {
  const labelId = useId();
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="space-y-4">
      <Callout tone="warn" title="This is the only time it is shown.">
        {kept}
      </Callout>
      <div className="space-y-1.5">
        <p id={labelId} className="font-medium text-sm">
          {label}
        </p>
        <div className="flex flex-wrap items-center gap-2">
          <output
            aria-labelledby={labelId}
            className="min-w-0 flex-1 basis-72 select-all break-all rounded-md border border-control bg-sunken px-2.5 py-1.5 font-mono text-sm"
          >
            {secret}
          </output>
          <CopyButton text={secret} label="Copy" showLabel size="md" onCopied={() => setCopied(true)} />
        </div>
      </div>
      {children !== undefined && <div className="text-ink-muted">{children}</div>}
      <div className="flex justify-end">
        <Button variant={isCopied ? "primary" : "secondary"} onClick={onStored}>
          I stored it
        </Button>
      </div>
    </div>
  );
}
