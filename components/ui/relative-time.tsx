"use client";

import { useNow } from "@/components/ui/now-provider";
import { exactWords, relativeWords } from "@/components/ui/time-words";
import { useTimeZone } from "@/components/ui/use-time-zone";

type Moment = string | number | Date;

/** "5 minutes ago", with the exact time in the viewer's zone on hover. Keeps itself current. */
export function RelativeTime({
  at,
  form = "long",
  className,
}: {
  at: Moment;
  form?: "long" | "short" | undefined;
  className?: string | undefined;
}) {
  const now = useNow();
  const timeZone = useTimeZone();
  const ms = new Date(at).getTime();
  return (
    <time dateTime={new Date(ms).toISOString()} title={exactWords(ms, timeZone)} className={className}>
      {relativeWords(ms, now, form)}
    </time>
  );
}

/** The exact time in the viewer's zone, with "5 minutes ago" on hover. */
export function ExactTime({ at, className }: { at: Moment; className?: string | undefined }) {
  const now = useNow();
  const timeZone = useTimeZone();
  const ms = new Date(at).getTime();
  return (
    <time dateTime={new Date(ms).toISOString()} title={relativeWords(ms, now)} className={className}>
      {exactWords(ms, timeZone)}
    </time>
  );
}
