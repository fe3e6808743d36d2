import type { PreviewCell } from "@/components/data/preview-pair";
import { cn } from "@/components/ui/cn";
import { OutcomeIcon } from "@/components/ui/outcome-icon";
import { outcomeInk } from "@/components/ui/outcome-styles";
import { OUTCOME_WORDS } from "@/components/ui/outcome-words";

/** One value with its outcome: clear is plain text, a changed one carries its mark, one that never came is hatched. */
export function PreviewCellView({ cell }: { cell: PreviewCell | undefined }) {
  const { text, outcome } = cell ?? { text: null, outcome: "withheld" as const };
  if (outcome === "clear") return text === null ? <Null /> : <span className="block truncate">{text}</span>;
  const { word } = OUTCOME_WORDS[outcome];
  if (text === null || outcome !== "masked") {
    return (
      <span
        title={word}
        className={cn("flex h-5 min-w-16 items-center gap-1 rounded-sm px-1", outcomeInk[outcome], "bg-hatched")}
      >
        <OutcomeIcon outcome={outcome} className="size-3.5 rounded-sm bg-surface" />
        <span className="sr-only">{word}</span>
      </span>
    );
  }
  return (
    <span className={cn("flex max-w-full items-center gap-1.5", outcomeInk.masked)}>
      <OutcomeIcon outcome="masked" className="size-3.5" />
      <span className="sr-only">{word}: </span>
      <span className="truncate font-mono text-xs">{text}</span>
    </span>
  );
}

function Null() {
  return <span className="text-ink-faint italic">null</span>;
}
