import { CircleCheck } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { OutcomeMark } from "@/components/ui/outcome-mark";
import { outcomeInk, outcomeTint } from "@/components/ui/outcome-styles";

export type DecisionEffect = "allow" | "deny" | "hold";

/** What the gate decided. Denied and held are the outcomes themselves; allowed has a tick, because each field still has an outcome of its own. */
export function DecisionMark({
  effect,
  form = "full",
  className,
}: {
  effect: DecisionEffect;
  form?: "full" | "plain" | undefined;
  className?: string | undefined;
}) {
  if (effect !== "allow") {
    return <OutcomeMark outcome={effect === "deny" ? "denied" : "held"} form={form} className={className} />;
  }
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1 whitespace-nowrap font-medium text-xs",
        form === "plain" ? outcomeInk.clear : ["h-5 rounded-sm border ps-1 pe-1.5", outcomeTint.clear],
        className,
      )}
    >
      <CircleCheck aria-hidden className="size-3.5" />
      Allowed
    </span>
  );
}
