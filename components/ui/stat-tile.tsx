import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** One figure with its name. With `href` the whole tile leads to what it counts. */
export function StatTile({
  label,
  value,
  detail,
  icon,
  href,
  className,
}: {
  label: string;
  value: ReactNode;
  detail?: ReactNode;
  icon?: ReactNode;
  href?: string | undefined;
  className?: string | undefined;
}) {
  return (
    <div
      className={cn(
        "relative min-w-0 rounded-xl border border-line bg-surface p-4 shadow-xs",
        href !== undefined && "hover:border-line-strong",
        className,
      )}
    >
      <p className="flex items-center gap-2 text-ink-muted text-sm [&_svg]:size-4">
        {icon}
        {href === undefined ? (
          label
        ) : (
          <Link href={href} className="after:absolute after:inset-0 after:rounded-xl">
            {label}
          </Link>
        )}
      </p>
      <p className="mt-2 font-semibold text-2xl tabular-nums">{value}</p>
      {detail !== undefined && <p className="mt-1 text-ink-muted text-sm">{detail}</p>}
    </div>
  );
}
