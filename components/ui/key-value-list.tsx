import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type KeyValue = { label: string; value: ReactNode; help?: ReactNode };

/** Facts about one thing, label beside value. `columns` 2 sets them side by side where there is room. */
export function KeyValueList({
  items,
  columns = 1,
  className,
}: {
  items: readonly KeyValue[];
  columns?: 1 | 2 | undefined;
  className?: string | undefined;
}) {
  return (
    <dl className={cn("@container grid gap-x-8", columns === 2 && "lg:grid-cols-2", className)}>
      {items.map((item) => (
        <div
          key={item.label}
          className="grid gap-x-4 border-line py-2 not-last:border-b @3xs:grid-cols-[minmax(6rem,2fr)_5fr]"
        >
          <dt className="text-ink-muted">{item.label}</dt>
          <dd className="min-w-0 break-words">
            {item.value ?? <span className="text-ink-faint">Not set</span>}
            {item.help !== undefined && <span className="block text-ink-muted text-sm">{item.help}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
