"use client";

import { Clock, ClockAlert } from "lucide-react";
import { toDue } from "@/components/reviews/due-words";
import { cn } from "@/components/ui/cn";
import { useNow } from "@/components/ui/now-provider";
import { exactWords } from "@/components/ui/time-words";
import { useTimeZone } from "@/components/ui/use-time-zone";

/** How long an item may still wait, in words; the exact time on hover. Keeps itself current. */
export function DueClock({ dueAt, className }: { dueAt: Date; className?: string | undefined }) {
  const now = useNow();
  const timeZone = useTimeZone();
  const ms = new Date(dueAt).getTime();
  const due = toDue(ms, now);
  const Icon = due.isOverdue ? ClockAlert : Clock;
  return (
    <time
      dateTime={new Date(ms).toISOString()}
      title={`Due ${exactWords(ms, timeZone)}`}
      className={cn(
        "inline-flex items-center gap-1.5 whitespace-nowrap text-sm",
        due.isOverdue ? "font-medium text-denied-ink" : due.isSoon ? "font-medium text-masked-ink" : "text-ink-muted",
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {due.words}
    </time>
  );
}
