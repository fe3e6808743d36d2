import { Check } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";

export type FirstStepItem = {
  step: string;
  title: string;
  detail: string;
  isDone: boolean;
  /** Where it is done; without one, this person's roles may not. */
  href?: string | undefined;
};

/** From an empty house to the first read: a list that ticks itself. The first open step is the next one. */
export function FirstStepsCard({ items }: { items: readonly FirstStepItem[] }) {
  const done = items.filter((item) => item.isDone).length;
  const next = items.find((item) => !item.isDone);
  return (
    <Card title="First steps" description={`${done} of ${items.length} done. They tick themselves.`} padding="none">
      <ol className="grid sm:grid-cols-2 xl:grid-cols-3">
        {items.map((item, index) => (
          <li
            key={item.step}
            aria-current={item === next ? "step" : undefined}
            className={cn(
              "relative flex gap-3 border-line px-4 py-3 not-last:border-b sm:border-b-0",
              item === next && "bg-accent-soft",
            )}
          >
            <StepMark number={index + 1} isDone={item.isDone} isNext={item === next} />
            <div className="min-w-0">
              <p className={cn("font-medium", item.isDone && "text-ink-muted")}>
                {item.href !== undefined && !item.isDone ? (
                  <Link href={item.href} className="underline-offset-2 after:absolute after:inset-0 hover:underline">
                    {item.title}
                  </Link>
                ) : (
                  item.title
                )}
                <span className="sr-only">{item.isDone ? " (done)" : ""}</span>
              </p>
              <p className="text-ink-muted text-sm">{item.detail}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function StepMark({ number, isDone, isNext }: { number: number; isDone: boolean; isNext: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        "mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border font-medium text-2xs",
        isDone ? "border-clear-line bg-clear-soft text-clear-ink" : "border-line-strong bg-surface text-ink-muted",
        isNext && "border-accent text-accent-ink",
      )}
    >
      {isDone ? <Check className="size-3" /> : number}
    </span>
  );
}
