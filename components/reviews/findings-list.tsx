import { KindMark } from "@/components/reviews/kind-mark";
import type { TriageFinding } from "@/lib/kernel/triage-kinds";

function toPercent(score: number): string {
  return `${Math.round(score * 100)} %`;
}

/** Why it was held: each kind with how sure triage was, and a sentence for each reason. */
export function FindingsList({ findings }: { findings: readonly TriageFinding[] }) {
  return (
    <ul className="space-y-3">
      {findings.map((finding) => (
        <li key={finding.kind} className="space-y-1">
          <p className="flex flex-wrap items-center gap-2">
            <KindMark kind={finding.kind} />
            <span className="text-ink-muted text-xs tabular-nums">
              <span className="sr-only">sure to </span>
              {toPercent(finding.score)}
            </span>
          </p>
          <ul className="list-disc space-y-0.5 ps-5 text-sm">
            {finding.reasons.map((reason, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one code can stand twice, for two places
              <li key={index}>
                {reason.sentence}
                {reason.place === "draft" && <span className="text-ink-muted"> In the draft.</span>}
                {typeof reason.place === "number" && <span className="text-ink-muted"> In an earlier message.</span>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
