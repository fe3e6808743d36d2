import { Eye, Inbox, RotateCcw, Timer } from "lucide-react";
import { KIND_WORDS } from "@/components/reviews/review-words";
import { toMinutesWords } from "@/components/reviews/minutes-words";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatTile } from "@/components/ui/stat-tile";
import type { Quality } from "@/lib/reviews/get-quality";

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** How reviewing stands: what waits, how long a decision takes, what was overturned, what triage missed. */
export function ReviewTiles({
  quality,
  inboxHref,
  qualityHref,
}: {
  quality: Quality;
  /** Undefined: the viewer may not open the inbox. */
  inboxHref: string | undefined;
  qualityHref: string;
}) {
  const { kinds, agents } = quality;
  const oldest = kinds.flatMap(({ oldestAt }) => oldestAt ?? []).toSorted((a, b) => a.getTime() - b.getTime())[0];
  const slowest = kinds.toSorted((a, b) => (b.minutesP50 ?? -1) - (a.minutesP50 ?? -1))[0];
  const decided = sum(kinds.map((kind) => kind.decided));
  const looked = sum(agents.map((agent) => agent.looked));
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <StatTile
        label="Waiting for a person"
        value={sum(kinds.map(({ waiting }) => waiting))}
        icon={<Inbox aria-hidden />}
        href={inboxHref}
        detail={
          oldest === undefined ? (
            "Nothing waits"
          ) : (
            <>
              The oldest came <RelativeTime at={oldest} form="short" />
            </>
          )
        }
      />
      <StatTile
        label="Time to decide"
        value={toMinutesWords(slowest?.minutesP50 ?? null) || "–"}
        icon={<Timer aria-hidden />}
        href={qualityHref}
        detail={
          slowest === undefined || slowest.minutesP50 === null
            ? "Nothing was decided in 30 days"
            : `Half of the slowest kind: ${KIND_WORDS[slowest.kind].word.toLowerCase()}`
        }
      />
      <StatTile
        label="Overturned"
        value={sum(kinds.map(({ overturned }) => overturned))}
        icon={<RotateCcw aria-hidden />}
        href={qualityHref}
        detail={`Of ${decided} decisions in 30 days`}
      />
      <StatTile
        label="Missed by triage"
        value={sum(agents.map(({ missed }) => missed))}
        icon={<Eye aria-hidden />}
        href={qualityHref}
        detail={`Of ${looked} second looks in 30 days`}
      />
    </div>
  );
}
