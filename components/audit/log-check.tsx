"use client";

import { ShieldCheck } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { checkLog, type LogHead, type LogOutcome } from "@/components/audit/check-log";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Progress } from "@/components/ui/progress";

/** Verifies the whole log in the reader's browser, with progress and a way to stop. */
export function LogCheck({ head, disabledReason }: { head: LogHead; disabledReason: string | null }) {
  const [done, setDone] = useState<{ done: number; size: number } | null>(null);
  const [outcome, setOutcome] = useState<LogOutcome | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const verify = async () => {
    const controller = new AbortController();
    running.current = controller;
    setOutcome(null);
    setDone({ done: 0, size: 0 });
    try {
      setOutcome(await checkLog(head, (at, size) => setDone({ done: at, size }), controller.signal));
    } catch {
      const sentence = controller.signal.aborted
        ? "You stopped it. Nothing is known about the log: verify it again."
        : "The hashes could not be loaded, or this browser has no Ed25519. Nothing is known about the log: try again.";
      setOutcome({ isIntact: false, sentence });
    }
    setDone(null);
  };
  const words =
    done && done.size > 0 ? `${done.done.toLocaleString("en-GB")} of ${done.size.toLocaleString("en-GB")}` : "";
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant="primary"
          icon={<ShieldCheck aria-hidden />}
          isPending={done !== null}
          disabledReason={disabledReason}
          onClick={() => void verify()}
        >
          Verify the whole log in this browser
        </Button>
        {done !== null && <Button onClick={() => running.current?.abort()}>Stop</Button>}
      </div>
      {done !== null && (
        <Progress
          label="Recomputing the tree"
          value={done.size === 0 ? undefined : done.done / done.size}
          detail={words}
        />
      )}
      <div role="status">
        {outcome !== null && (
          <Callout
            tone={outcome.isIntact ? "good" : "danger"}
            title={outcome.isIntact ? "The log is intact." : "The log could not be verified."}
          >
            {outcome.sentence}
          </Callout>
        )}
      </div>
    </div>
  );
}
