import { OctagonX } from "lucide-react";
import { toAlarmSentence } from "@/components/audit/log-words";
import { TextLink } from "@/components/ui/text-link";
import type { LogAlarm } from "@/lib/audit/get-log-state";

/** Across the top of every page while the log is in alarm. */
export function LogAlarmBanner({ alarms, href }: { alarms: readonly LogAlarm[]; href: string | null }) {
  const [newest] = alarms;
  if (newest === undefined) return null;
  const others = alarms.length === 1 ? "" : ` And ${alarms.length - 1} more.`;
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-denied-line border-b bg-denied-soft px-4 py-2 text-sm"
    >
      <OctagonX aria-hidden className="size-4 shrink-0 text-denied-ink" />
      <p className="min-w-0 flex-1 basis-60">
        <strong className="font-medium">The audit log is in alarm.</strong> {toAlarmSentence(newest)}
        {others}
      </p>
      {href === null ? (
        <span>A person with the role compliance or admin can look into it.</span>
      ) : (
        <TextLink href={href}>Look into it</TextLink>
      )}
    </div>
  );
}
