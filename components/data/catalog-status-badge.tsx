import { Badge, type Tone } from "@/components/ui/badge";

export type CatalogStatus = "fresh" | "present" | "changed" | "vanished";

const LOOKS: Record<CatalogStatus, { word: string; tone: Tone; sentence: string }> = {
  fresh: { word: "New", tone: "accent", sentence: "Found since a person last looked." },
  present: { word: "Looked at", tone: "neutral", sentence: "A person has looked at it." },
  changed: {
    word: "Changed",
    tone: "warn",
    sentence: "It changed in the source since a person looked; nobody gets it meanwhile.",
  },
  vanished: { word: "Vanished", tone: "danger", sentence: "It is no longer in the source." },
};

/** What a discovery found about a dataset or a field since a person looked. */
export function CatalogStatusBadge({ status }: { status: CatalogStatus }) {
  const { word, tone, sentence } = LOOKS[status];
  return (
    <span title={sentence}>
      <Badge tone={tone}>{word}</Badge>
    </span>
  );
}
