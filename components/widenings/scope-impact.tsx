import type { ScopeImpact } from "@/lib/insights/replay-scope";

const requests = (count: number): string => (count === 1 ? "1 request" : `${count} requests`);

function toLines(
  { newlyAllowed, newlyRefused, fields }: ScopeImpact,
  toSentence: (reason: string) => string,
): string[] {
  return [
    ...(newlyAllowed > 0
      ? [`${requests(newlyAllowed)} that ${newlyAllowed === 1 ? "was" : "were"} refused would be answered.`]
      : []),
    ...Object.entries(newlyRefused).map(
      ([reason, count]) => `${requests(count)} would be refused: ${toSentence(reason)}`,
    ),
    ...fields.flatMap(({ field, more, less }) => [
      ...(more > 0 ? [`${field} would be shown more openly in ${requests(more)}.`] : []),
      ...(less > 0 ? [`${field} would be shown less openly in ${requests(less)}.`] : []),
    ]),
  ];
}

/** What a change would have done to the last days of use. */
export function ScopeImpactList({
  impact,
  toSentence,
}: {
  impact: ScopeImpact;
  /** A reason's sentence. */
  toSentence: (reason: string) => string;
}) {
  const lines = toLines(impact, toSentence);
  const scope = impact.isComplete ? requests(impact.requests) : `the newest ${requests(impact.requests)}`;
  return (
    <div className="space-y-2">
      <p className="text-ink-muted">
        Of {scope} for this dataset in the last {impact.days} days, decided once as things stand and once as they would
        be:
      </p>
      {lines.length === 0 ? (
        <p>Each would have been answered the same.</p>
      ) : (
        <ul className="list-disc space-y-1 ps-5">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
