import Link from "next/link";
import { DecisionMark } from "@/components/ui/decision-mark";
import { RelativeTime } from "@/components/ui/relative-time";

export type EventLine = {
  id: string;
  at: Date;
  title: string;
  actorKind: string;
  actorName: string | null;
  agentName: string | null;
  datasetName: string | null;
  decision: string | null;
  href?: string | undefined;
};

/** A few events, the newest first, one line each: for a corner of another page. */
export function EventLines({ lines }: { lines: readonly EventLine[] }) {
  if (lines.length === 0) return <p className="px-4 py-8 text-center text-ink-muted">No event yet.</p>;
  return (
    <ul>
      {lines.map((line) => {
        const about = [line.agentName, line.datasetName].filter((name) => name !== null && name !== line.actorName);
        return (
          <li
            key={line.id}
            className="relative flex flex-wrap items-center gap-x-3 gap-y-0.5 border-line px-4 py-2 not-last:border-b hover:bg-hover"
          >
            {line.href === undefined ? (
              <span className="font-medium">{line.title}</span>
            ) : (
              <Link
                href={line.href}
                className="font-medium underline-offset-2 after:absolute after:inset-0 hover:underline"
              >
                {line.title}
              </Link>
            )}
            {(line.decision === "allow" || line.decision === "deny" || line.decision === "hold") && (
              <DecisionMark effect={line.decision} />
            )}
            <span className="min-w-0 flex-1 truncate text-ink-muted text-sm">
              {[actorWord(line), ...about].join(" · ")}
            </span>
            <RelativeTime at={line.at} form="short" className="text-ink-muted text-sm" />
          </li>
        );
      })}
    </ul>
  );
}

function actorWord({ actorKind, actorName }: EventLine): string {
  if (actorKind === "anonymous") return "Somebody signing in";
  return actorKind === "system" ? "Gatehouse" : (actorName ?? "Somebody unknown");
}
