import { Circle, CircleCheck, CircleSlash, OctagonX } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import { Spinner } from "@/components/ui/spinner";

export type DiscoveryStep = {
  key: string;
  label: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  /** In words: "12 of 40 tables". */
  detail?: string | undefined;
  /** From 0 to 1, where it is known. */
  value?: number | undefined;
};

const ICONS: Record<DiscoveryStep["state"], ReactNode> = {
  waiting: <Circle aria-hidden className="size-4 text-ink-faint" />,
  running: <Spinner className="text-accent" />,
  done: <CircleCheck aria-hidden className="size-4 text-clear-ink" />,
  failed: <OctagonX aria-hidden className="size-4 text-denied-ink" />,
  cancelled: <CircleSlash aria-hidden className="size-4 text-ink-muted" />,
};

const WORDS: Record<DiscoveryStep["state"], string> = {
  waiting: "Waiting",
  running: "Under way",
  done: "Done",
  failed: "Failed",
  cancelled: "Cancelled",
};

/** The steps of a discovery. It goes on without this page; `actions` holds the cancel button while it runs. */
export function DiscoveryProgress({
  title,
  steps,
  actions,
  children,
  className,
}: {
  title: string;
  steps: readonly DiscoveryStep[];
  actions?: ReactNode;
  /** What happened, what was kept, what to do: after a failure or a cancellation. */
  children?: ReactNode;
  className?: string | undefined;
}) {
  const done = steps.filter((step) => step.state === "done").length;
  const isRunning = steps.some((step) => step.state === "running");
  const running = steps.find((step) => step.state === "running");
  return (
    <section aria-label={title} className={cn("rounded-xl border border-line bg-surface p-4 shadow-xs", className)}>
      <div className="flex items-end gap-4">
        <Progress
          label={title}
          value={steps.length === 0 ? undefined : (done + (running?.value ?? 0)) / steps.length}
          detail={`${done} of ${steps.length} steps`}
          tone={isRunning ? "accent" : done === steps.length ? "good" : "warn"}
          className="flex-1"
        />
        {actions}
      </div>
      <ol className="mt-4 space-y-2">
        {steps.map((step) => (
          <li key={step.key} className="flex items-center gap-3">
            {ICONS[step.state]}
            <span className={cn("min-w-0 flex-1 truncate", step.state === "waiting" && "text-ink-muted")}>
              {step.label}
              <span className="sr-only">: {WORDS[step.state]}</span>
            </span>
            {step.detail !== undefined && <span className="text-ink-muted text-sm tabular-nums">{step.detail}</span>}
          </li>
        ))}
      </ol>
      {children !== undefined && <div className="mt-4">{children}</div>}
    </section>
  );
}
