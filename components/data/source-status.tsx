import { CircleCheck, CircleDashed, type LucideIcon, OctagonX, Pause } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { Spinner } from "@/components/ui/spinner";

export type SourceState = "untested" | "connected" | "unreachable" | "discovering" | "paused";

const STATES: Record<Exclude<SourceState, "discovering">, { icon: LucideIcon; word: string; ink: string }> = {
  untested: { icon: CircleDashed, word: "Not tested", ink: "text-ink-muted" },
  connected: { icon: CircleCheck, word: "Connected", ink: "text-clear-ink" },
  unreachable: { icon: OctagonX, word: "Unreachable", ink: "text-denied-ink" },
  paused: { icon: Pause, word: "Paused", ink: "text-masked-ink" },
};

/** Whether a source answers, and when that was last known. */
export function SourceStatus({
  state,
  checkedAt,
  className,
}: {
  state: SourceState;
  checkedAt?: string | null | undefined;
  className?: string | undefined;
}) {
  return (
    <span className={cn("inline-flex items-center gap-2 whitespace-nowrap text-sm", className)}>
      <Word state={state} />
      {checkedAt && <RelativeTime at={checkedAt} form="short" className="text-ink-muted" />}
    </span>
  );
}

function Word({ state }: { state: SourceState }) {
  if (state === "discovering") {
    return (
      <span className="inline-flex items-center gap-1.5 font-medium text-accent-ink">
        <Spinner className="size-3.5" />
        Discovering
      </span>
    );
  }
  const { icon: Icon, word, ink } = STATES[state];
  return (
    <span className={cn("inline-flex items-center gap-1.5 font-medium", ink)}>
      <Icon aria-hidden className="size-3.5" />
      {word}
    </span>
  );
}
