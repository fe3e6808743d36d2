import { cn } from "@/components/ui/cn";

/** How far a long work is. Without `value` it moves to and fro: under way, no telling how far. `detail` says it in words ("1,240 of 5,000 rows"). */
export function Progress({
  label,
  value,
  detail,
  tone = "accent",
  className,
}: {
  label: string;
  /** From 0 to 1. */
  value?: number | undefined;
  detail?: string | undefined;
  tone?: "accent" | "good" | "warn" | "danger" | undefined;
  className?: string | undefined;
}) {
  const percent = value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div className={cn("min-w-0", className)}>
      <div className="mb-1.5 flex items-baseline gap-3 text-sm">
        <span className="min-w-0 flex-1 truncate font-medium">{label}</span>
        <span className="text-ink-muted tabular-nums">{detail ?? (percent === undefined ? "" : `${percent}%`)}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={detail}
        className="h-1.5 overflow-hidden rounded-full bg-active"
      >
        <div
          style={percent === undefined ? undefined : { inlineSize: `${percent}%` }}
          className={cn(
            "h-full rounded-full transition-[inline-size] duration-300",
            percent === undefined &&
              "w-2/5 animate-sweep motion-reduce:w-full motion-reduce:animate-none motion-reduce:opacity-50",
            { accent: "bg-accent", good: "bg-clear", warn: "bg-masked", danger: "bg-denied" }[tone],
          )}
        />
      </div>
    </div>
  );
}
