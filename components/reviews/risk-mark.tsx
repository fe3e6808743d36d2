import { RISK_WORDS } from "@/components/reviews/review-words";
import { cn } from "@/components/ui/cn";
import { HOLD_RISKS, type HoldRisk } from "@/lib/kernel/vocabulary";

const FILL: Readonly<Record<HoldRisk, string>> = { low: "bg-withheld", medium: "bg-masked", high: "bg-denied" };
const HEIGHT = ["h-1.5", "h-2.5", "h-3.5"] as const;

/** How bad a wrong answer would be: one, two or three bars and the word. */
export function RiskMark({ risk, className }: { risk: HoldRisk; className?: string | undefined }) {
  const level = HOLD_RISKS.indexOf(risk);
  return (
    <span className={cn("inline-flex items-center gap-1.5 whitespace-nowrap text-sm", className)}>
      <span aria-hidden className="inline-flex h-3.5 items-end gap-0.5">
        {HEIGHT.map((height, index) => (
          <span key={height} className={cn("w-1 rounded-xs", height, index <= level ? FILL[risk] : "bg-line-strong")} />
        ))}
      </span>
      {RISK_WORDS[risk]}
    </span>
  );
}
