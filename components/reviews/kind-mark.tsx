import { CircleQuestionMark, CreditCard, type LucideIcon, MessageSquareWarning, Scale } from "lucide-react";
import { KIND_WORDS } from "@/components/reviews/review-words";
import { cn } from "@/components/ui/cn";
import { outcomeInk, outcomeTint } from "@/components/ui/outcome-styles";
import type { TriageKind } from "@/lib/kernel/triage-kinds";

const ICONS: Readonly<Record<TriageKind, LucideIcon>> = {
  legal_issue: Scale,
  payment_dispute: CreditCard,
  complaint: MessageSquareWarning,
  unusual_request: CircleQuestionMark,
};

/** What a message is held for: the colour of held, an icon and a word. */
export function KindMark({
  kind,
  form = "full",
  className,
}: {
  kind: TriageKind;
  form?: "full" | "plain" | undefined;
  className?: string | undefined;
}) {
  const Icon = ICONS[kind];
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1 whitespace-nowrap font-medium text-xs",
        form === "plain" ? outcomeInk.held : ["h-5 rounded-sm border ps-1 pe-1.5", outcomeTint.held],
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {KIND_WORDS[kind].word}
    </span>
  );
}

/** The gravest kind as a mark, and how many more there are. */
export function KindMarks({ kind, kinds }: { kind: TriageKind; kinds: readonly TriageKind[] }) {
  const others = kinds.filter((each) => each !== kind);
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <KindMark kind={kind} />
      {others.length > 0 && (
        <span className="text-ink-muted text-xs" title={others.map((each) => KIND_WORDS[each].word).join(", ")}>
          +{others.length}
          <span className="sr-only">: {others.map((each) => KIND_WORDS[each].word).join(", ")}</span>
        </span>
      )}
    </span>
  );
}
