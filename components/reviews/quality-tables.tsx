import { ArrowDownRight } from "lucide-react";
import type { ReactNode } from "react";
import { KindMark } from "@/components/reviews/kind-mark";
import { toMinutesWords } from "@/components/reviews/minutes-words";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Decisions, Quality } from "@/lib/reviews/get-quality";

const PARTS = [
  { key: "approved", word: "Approved", colour: "bg-clear" },
  { key: "edited", word: "Edited", colour: "bg-masked" },
  { key: "rejected", word: "Rejected", colour: "bg-denied" },
  { key: "takenOver", word: "Taken over", colour: "bg-held" },
] as const;

/** How decisions were shared out: a bar, and the numbers beside it for everyone. */
function Shares({ row }: { row: Decisions }) {
  if (row.decided === 0) return <span className="text-ink-muted">Nothing decided</span>;
  return (
    <span className="flex min-w-40 flex-col gap-1">
      <span aria-hidden className="flex h-1.5 overflow-hidden rounded-full bg-active">
        {PARTS.map(({ key, colour }) => (
          <span key={key} className={colour} style={{ inlineSize: `${(row[key] / row.decided) * 100}%` }} />
        ))}
      </span>
      <span className="flex flex-wrap gap-x-3 text-ink-muted text-xs">
        {PARTS.filter(({ key }) => row[key] > 0).map(({ key, word, colour }) => (
          <span key={key} className="inline-flex items-center gap-1">
            <span aria-hidden className={cn("size-1.5 rounded-full", colour)} />
            {word} {row[key]}
          </span>
        ))}
      </span>
    </span>
  );
}

function Table({
  caption,
  heads,
  children,
}: {
  caption: string;
  heads: readonly { word: string; isNumber?: boolean }[];
  children: ReactNode;
}) {
  return (
    <div
      role="region"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-xl border border-line bg-surface shadow-xs -outline-offset-2"
    >
      <table className="w-full text-sm [&_td]:px-4 [&_td]:py-2.5 [&_th]:px-4 [&_th]:py-2.5">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-line border-b bg-canvas">
          <tr>
            {heads.map(({ word, isNumber }) => (
              <th
                key={word}
                scope="col"
                className={cn("whitespace-nowrap font-medium text-ink-muted", isNumber ? "text-end" : "text-start")}
              >
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </div>
  );
}

function Numbers({ row }: { row: Decisions }) {
  return (
    <>
      <td>
        <Shares row={row} />
      </td>
      <td className="text-end">{row.decided}</td>
      <td className="whitespace-nowrap text-end">{toMinutesWords(row.minutesP50)}</td>
      <td className="whitespace-nowrap text-end">{toMinutesWords(row.minutesP90)}</td>
      <td className="text-end">{row.overturned}</td>
    </>
  );
}

const DECISION_HEADS = [
  { word: "Decisions" },
  { word: "Decided", isNumber: true },
  { word: "Half within", isNumber: true },
  { word: "Nine in ten within", isNumber: true },
  { word: "Overturned", isNumber: true },
] as const;

export function KindsTable({ kinds }: Pick<Quality, "kinds">) {
  return (
    <Table
      caption="Held items by kind"
      heads={[
        { word: "Kind" },
        { word: "Waiting now", isNumber: true },
        { word: "Oldest", isNumber: true },
        ...DECISION_HEADS,
      ]}
    >
      {kinds.map((row) => (
        <tr key={row.kind}>
          <th scope="row" className="text-start">
            <KindMark kind={row.kind} />
          </th>
          <td className="text-end">{row.waiting}</td>
          <td className="whitespace-nowrap text-end">
            {row.oldestAt === null ? "" : <RelativeTime at={row.oldestAt} form="short" />}
          </td>
          <Numbers row={row} />
        </tr>
      ))}
    </Table>
  );
}

export function ReviewersTable({ reviewers }: Pick<Quality, "reviewers">) {
  if (reviewers.length === 0) return <p className="text-ink-muted">Nobody decided anything in this time.</p>;
  return (
    <Table caption="Decisions by reviewer" heads={[{ word: "Reviewer" }, ...DECISION_HEADS]}>
      {reviewers.map((row) => (
        <tr key={row.person.id}>
          <th scope="row" className="text-start font-medium">
            <span className="flex flex-wrap items-center gap-2">
              {row.person.name}
              {row.neverRejects && (
                <Badge tone="warn" icon={<ArrowDownRight aria-hidden />}>
                  Never rejects
                </Badge>
              )}
            </span>
          </th>
          <Numbers row={row} />
        </tr>
      ))}
    </Table>
  );
}

/** "3 of 40, 8 %"; nothing to say without a whole. */
function toShareWords(part: number, whole: number): string {
  return whole === 0 ? "None looked at" : `${part} of ${whole}, ${Math.round((part / whole) * 100)} %`;
}

export function TriageFaultsTable({ agents, faults }: Pick<Quality, "agents" | "faults">) {
  if (agents.length === 0) return <p className="text-ink-muted">No agent submitted anything in this time.</p>;
  return (
    <Table
      caption="How right triage was, by agent"
      heads={[
        { word: "Agent" },
        { word: "Held", isNumber: true },
        { word: "Missed, of second looks", isNumber: true },
        { word: "Needless, of corrected", isNumber: true },
        { word: "Of which kinds" },
      ]}
    >
      {agents.map((row) => (
        <tr key={row.agent.id}>
          <th scope="row" className="text-start font-medium">
            {row.agent.name}
          </th>
          <td className="text-end">{row.held}</td>
          <td className="whitespace-nowrap text-end">{toShareWords(row.missed, row.looked)}</td>
          <td className="whitespace-nowrap text-end">{toShareWords(row.needless, row.corrected)}</td>
          <td>
            <span className="flex flex-wrap gap-x-4 gap-y-1">
              {faults
                .filter(({ agent }) => agent.id === row.agent.id)
                .map(({ kind, missed, needless }) => (
                  <span key={kind} className="inline-flex items-center gap-1.5">
                    <KindMark kind={kind} form="plain" />
                    <span className="text-ink-muted">
                      {[missed > 0 && `${missed} missed`, needless > 0 && `${needless} needless`]
                        .filter(Boolean)
                        .join(", ")}
                    </span>
                  </span>
                ))}
            </span>
          </td>
        </tr>
      ))}
    </Table>
  );
}
