import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { LapseEffectRow, VendorLapsePreview } from "@/lib/vendors/preview-vendor-lapse";

const EFFECTS: Record<LapseEffectRow["effect"], { word: string; tone: Tone }> = {
  refused: { word: "Refused", tone: "danger" },
  narrowed: { word: "Narrowed", tone: "warn" },
  refused_already: { word: "Refused already", tone: "neutral" },
};

/** What would stop if the vendor's approval lapsed: which agents, which work. `hrefOf` leads to an agent. */
export function LapseCard({
  preview,
  hrefs,
}: {
  preview: VendorLapsePreview;
  hrefs: Readonly<Record<string, string>>;
}) {
  const { agents, vendorsInFront, reads } = preview;
  return (
    <Card
      title="If this vendor lapsed tomorrow"
      description={
        agents.length === 0
          ? "No agent depends on it."
          : `${reads.toLocaleString("en-GB")} reads of the last 7 days would have been refused or narrowed.`
      }
    >
      <ul className="divide-y divide-line">
        {agents.map((agent) => (
          <li key={agent.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
            <TextLink href={hrefs[agent.id] ?? ""}>{agent.name}</TextLink>
            <Badge tone={EFFECTS[agent.effect].tone}>{EFFECTS[agent.effect].word}</Badge>
            <span className="w-full text-ink-muted text-sm">
              {agent.datasets.length === 0 ? "No live scope" : `Reads ${agent.datasets.join(", ")}`}
              {agent.purposes.length > 0 && ` for ${agent.purposes.join(", ")}`}. {agent.reads} reads in 7 days
              {agent.lastReadAt !== null && (
                <>
                  , the last <RelativeTime at={agent.lastReadAt} />
                </>
              )}
              .
            </span>
          </li>
        ))}
      </ul>
      {vendorsInFront.length > 0 && (
        <p className="mt-2 text-ink-muted text-sm">
          These vendors work through it and would go with it: {vendorsInFront.map(({ name }) => name).join(", ")}.
        </p>
      )}
    </Card>
  );
}
