import { Badge, type Tone } from "@/components/ui/badge";

export type KeyState = "active" | "expiring" | "expired" | "revoked";

const STATES: Record<KeyState, { word: string; tone: Tone }> = {
  active: { word: "Active", tone: "good" },
  expiring: { word: "Expires soon", tone: "warn" },
  expired: { word: "Expired", tone: "neutral" },
  revoked: { word: "Revoked", tone: "danger" },
};

/** Whether a key still opens the gate. */
export function KeyStateBadge({ state }: { state: KeyState }) {
  return <Badge tone={STATES[state].tone}>{STATES[state].word}</Badge>;
}
