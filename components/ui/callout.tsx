import { CircleCheck, Info, type LucideIcon, OctagonX, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export type CalloutTone = "info" | "good" | "warn" | "danger";

const LOOKS: Record<CalloutTone, { icon: LucideIcon; box: string; ink: string; word: string }> = {
  info: { icon: Info, box: "border-accent-line bg-accent-soft", ink: "text-accent-ink", word: "Note" },
  good: { icon: CircleCheck, box: "border-clear-line bg-clear-soft", ink: "text-clear-ink", word: "Done" },
  warn: { icon: TriangleAlert, box: "border-masked-line bg-masked-soft", ink: "text-masked-ink", word: "Attention" },
  danger: { icon: OctagonX, box: "border-denied-line bg-denied-soft", ink: "text-denied-ink", word: "Warning" },
};

/** A remark that must not be missed, in the flow of the page. */
export function Callout({
  tone = "info",
  title,
  actions,
  className,
  children,
}: {
  tone?: CalloutTone | undefined;
  title?: ReactNode;
  actions?: ReactNode;
  className?: string | undefined;
  children?: ReactNode;
}) {
  const { icon: Icon, box, ink, word } = LOOKS[tone];
  return (
    <div className={cn("flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border p-3", box, className)}>
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", ink)} />
      <div className="min-w-0 flex-1 basis-60">
        <span className="sr-only">{word}: </span>
        {title !== undefined && <p className="font-medium">{title}</p>}
        {children !== undefined && <div className="text-ink-muted">{children}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
