import type { AgentDetail } from "@/lib/agents/get-agent";
import { explainReason } from "@/lib/kernel/reasons";

export type Readiness = { part: "state" | "vendor" | "sponsor" | "scope" | "key"; sentence: string; isMet: boolean };

const count = (number: number, word: string) => (number === 1 ? `1 live ${word}` : `${number} live ${word}s`);

function toVendorReadiness({ vendor, clearance }: AgentDetail): Readiness {
  const { obstacle, it, isInGrace } = clearance;
  if (obstacle !== null)
    return { part: "vendor", sentence: explainReason(obstacle, it ?? undefined).sentence, isMet: false };
  const grace = isInGrace ? ", by the grace that was set, after something lapsed" : "";
  return { part: "vendor", sentence: `Its vendor ${vendor?.name ?? ""} is approved${grace}.`, isMet: true };
}

/** What an agent needs in order to read, as it is now. `liveScopes` is null where the viewer may not know. */
export function toReadiness(agent: AgentDetail, liveKeys: number, liveScopes: number | null): Readiness[] {
  const scope: Readiness[] =
    liveScopes === null
      ? []
      : [
          {
            part: "scope",
            sentence:
              liveScopes === 0
                ? "It has no live scope, so everything is withheld."
                : `It has ${count(liveScopes, "scope")}.`,
            isMet: liveScopes > 0,
          },
        ];
  return [
    {
      part: "state",
      sentence:
        agent.state === "active" ? "It is active." : `It is ${agent.state === "draft" ? "a draft" : agent.state}.`,
      isMet: agent.state === "active",
    },
    toVendorReadiness(agent),
    {
      part: "sponsor",
      sentence: agent.sponsor.isActive
        ? `${agent.sponsor.name} answers for it.`
        : `Its sponsor ${agent.sponsor.name} is not active.`,
      isMet: agent.sponsor.isActive,
    },
    ...scope,
    {
      part: "key",
      sentence: liveKeys === 0 ? "It has no live key." : `It has ${count(liveKeys, "key")}.`,
      isMet: liveKeys > 0,
    },
  ];
}
