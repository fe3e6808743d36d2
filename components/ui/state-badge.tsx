import type { AgentState } from "@/lib/kernel/vocabulary";
import { cn } from "@/components/ui/cn";

const STATES: Record<AgentState, { word: string; dot: string; text: string }> = {
  draft: { word: "Draft", dot: "border-[1.5px] border-withheld border-dashed", text: "text-ink-muted" },
  active: { word: "Active", dot: "bg-clear", text: "text-ink" },
  suspended: { word: "Suspended", dot: "border-[3px] border-masked", text: "text-ink" },
  retired: { word: "Retired", dot: "bg-withheld-line", text: "text-ink-muted" },
};

/** Where an agent is in its life. Shape and word tell it, colour helps. `isFrozen` wins over the state. */
export function StateBadge({
  state,
  isFrozen = false,
  className,
}: {
  state: AgentState;
  isFrozen?: boolean | undefined;
  className?: string | undefined;
}) {
  const look = isFrozen ? { word: "Frozen", dot: "rounded-[1px]! bg-denied", text: "text-denied-ink" } : STATES[state];
  return (
    <span className={cn("inline-flex items-center gap-2 whitespace-nowrap text-sm", look.text, className)}>
      <span aria-hidden className={cn("size-2 shrink-0 rounded-full", look.dot)} />
      {look.word}
    </span>
  );
}
