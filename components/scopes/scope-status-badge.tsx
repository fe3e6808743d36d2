import { Badge, type Tone } from "@/components/ui/badge";
import type { ScopeStatus } from "@/lib/scopes/list-scopes";

const LOOKS: Record<ScopeStatus, { word: string; tone: Tone }> = {
  live: { word: "Live", tone: "good" },
  expired: { word: "Expired", tone: "neutral" },
  revoked: { word: "Revoked", tone: "danger" },
};

/** Whether a scope grants anything now. */
export function ScopeStatusBadge({ status }: { status: ScopeStatus }) {
  return <Badge tone={LOOKS[status].tone}>{LOOKS[status].word}</Badge>;
}
