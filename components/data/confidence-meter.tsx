import { cn } from "@/components/ui/cn";

const BARS = [0.2, 0.4, 0.6, 0.8, 1] as const;

/** How sure the classification is: five bars, a word and the figure. `reason` is on hover and for screen readers. */
export function ConfidenceMeter({
  value,
  reason,
  className,
}: {
  /** From 0 to 1. */
  value: number;
  reason?: string | undefined;
  className?: string | undefined;
}) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  const word = value >= 0.85 ? "High" : value >= 0.6 ? "Fair" : "Low";
  return (
    <span title={reason} className={cn("inline-flex items-center gap-2 whitespace-nowrap text-sm", className)}>
      <span
        role="meter"
        aria-label="Confidence"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={`${word}, ${percent}%${reason === undefined ? "" : `. ${reason}`}`}
        className="inline-flex items-end gap-0.5"
      >
        {BARS.map((bar, index) => (
          <span
            key={bar}
            style={{ blockSize: `${5 + index * 2}px` }}
            className={cn("w-1 rounded-[1px]", value >= bar - 0.1 ? "bg-ink-muted" : "bg-line-strong")}
          />
        ))}
      </span>
      <span aria-hidden className={cn(word === "Low" && "text-masked-ink")}>
        {word} <span className="text-ink-muted tabular-nums">{percent}%</span>
      </span>
    </span>
  );
}
