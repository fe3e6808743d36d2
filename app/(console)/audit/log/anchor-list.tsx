import { toFailureSentence } from "@/components/audit/log-words";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AnchorState } from "@/lib/audit/get-log-state";

/** Each place outside the database with the newest checkpoint it holds. */
export function AnchorList({ anchors }: { anchors: readonly AnchorState[] }) {
  if (anchors.length === 0) return <p className="text-ink-muted">No anchor has taken a checkpoint yet.</p>;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {anchors.map(({ anchor, size, at, failure, failedSince }) => (
        <li key={anchor} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
          <span className="min-w-24 font-medium">{anchor}</span>
          <Badge tone={failure === null ? "good" : "danger"}>{failure === null ? "Takes checkpoints" : "Fails"}</Badge>
          <span className="text-ink-muted text-sm">
            {size === null || at === null ? (
              "Holds none yet"
            ) : (
              <>
                Holds {size.toLocaleString("en-GB")} entries, <RelativeTime at={at} />
              </>
            )}
          </span>
          {failure !== null && failedSince !== null && (
            <span className="basis-full text-sm">
              {toFailureSentence(failure)} Since <RelativeTime at={failedSince} />. It is tried again by itself.
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
