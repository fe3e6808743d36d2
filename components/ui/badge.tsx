import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type Tone = "neutral" | "accent" | "good" | "warn" | "danger";

const TONES: Record<Tone, string> = {
  neutral: "border-line-strong bg-surface text-ink-muted",
  accent: "border-accent-line bg-accent-soft text-accent-ink",
  good: "border-clear-line bg-clear-soft text-clear-ink",
  warn: "border-masked-line bg-masked-soft text-masked-ink",
  danger: "border-denied-line bg-denied-soft text-denied-ink",
};

/** A short word about a thing. For outcomes, decisions and states use their own marks. */
export function Badge({
  tone = "neutral",
  icon,
  className,
  children,
}: {
  tone?: Tone | undefined;
  icon?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        "inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm border px-1.5 font-medium text-xs [&_svg]:size-3.5",
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
