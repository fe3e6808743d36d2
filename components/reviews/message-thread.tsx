import { Bot, Headset, User } from "lucide-react";
import { PieceText } from "@/components/reviews/piece-text";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import type { HeldItemDetail } from "@/lib/reviews/get-held-item";

const SIDES = {
  customer: { word: "Customer", icon: User },
  agent: { word: "Agent", icon: Bot },
  person: { word: "Colleague", icon: Headset },
} as const;

/** What was written between the customer and the house, oldest first; the customer's newest words stand out. */
export function MessageThread({ thread }: Pick<HeldItemDetail, "thread">) {
  const newest = thread.findLastIndex(({ from }) => from === "customer");
  if (thread.length === 0) {
    return <p className="text-ink-muted">The agent sent no message, only the question for a person.</p>;
  }
  return (
    <ol className="space-y-4">
      {thread.map((turn, index) => {
        const { word, icon: Icon } = SIDES[turn.from];
        const isNewest = index === newest;
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a turn is known by its place in the thread
            key={index}
            className={cn("min-w-0 border-s-2 ps-3", isNewest ? "border-held" : "border-line-strong text-ink-muted")}
          >
            <p className="mb-1 flex flex-wrap items-center gap-x-2 text-ink-muted text-xs">
              <Icon aria-hidden className="size-3.5" />
              <span className="font-medium text-ink">{word}</span>
              {turn.at !== null && <RelativeTime at={turn.at} />}
              {isNewest && thread.length > 1 && <span>this was judged</span>}
            </p>
            <PieceText pieces={turn.pieces} className={isNewest ? "text-ink" : undefined} />
          </li>
        );
      })}
    </ol>
  );
}
