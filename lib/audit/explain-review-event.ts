import { explainReason, REASONS, type ReasonCode } from "@/lib/kernel/reasons";
import { KIND_WORDS } from "@/lib/kernel/triage-kinds";
import type { StoredEvent } from "./stored-event";

type Explanation = { sentence: string; why: string | null; fix: string | null };
type Of<Action extends StoredEvent["action"]> = Extract<StoredEvent, { action: Action }>;

const isReason = (code: string): code is ReasonCode => Object.hasOwn(REASONS, code);

function explainJudged(event: Of<"message.judged">, agent: string): Explanation {
  const what = event.origin === "agent" ? "asked for a person" : "submitted a customer's message";
  if (event.decision === "deny") {
    const reason = isReason(event.reason) ? explainReason(event.reason) : null;
    return {
      sentence: `${agent} ${what} and was refused.`,
      why: reason?.sentence ?? event.reason,
      fix: reason?.fix ?? null,
    };
  }
  if (event.decision === "allow") {
    const looked = event.isSampled ? " It was drawn for a second look." : "";
    return {
      sentence: `${agent} ${what}, and it may proceed.`,
      why: `Triage, the rules and the agent's policy found nothing to hold it for.${looked}`,
      fix: "To hold more, add a rule under Settings, Triage, or tighten the agent's review policy.",
    };
  }
  const kinds = event.kinds.map((kind) => KIND_WORDS[kind]).join(" and ");
  return {
    sentence: `${agent} ${what}, and it is held as ${kinds}.`,
    why: `What decided: ${event.reasons.map((code) => code.replaceAll("_", " ")).join(", ")}. The held item shows the words.`,
    fix: null,
  };
}

/** What an event about messages, reviews and releases says in plain words, or null where its title says it all. */
export function explainReviewEvent(event: StoredEvent, agentName: string | null, who: string): Explanation | null {
  const agent = agentName ?? "An agent";
  switch (event.action) {
    case "message.judged":
      return explainJudged(event, agent);
    case "held_item.approved": {
      const wording = event.isEdited ? "an edit of what the agent proposed" : "what the agent proposed";
      return {
        sentence: `${who} approved ${wording}: ${event.approvals} of ${event.needed}.`,
        why: `The approval is bound to the digest ${event.digest.slice(0, 12)}… of exactly what was shown.`,
        fix: event.approvals < event.needed ? "A different reviewer approves the same wording." : null,
      };
    }
    case "review.refused":
      return {
        sentence: `${who} was refused to ${event.verb.replaceAll("_", " ")} a held item of ${agent}.`,
        why: event.reason.replaceAll("_", " "),
        fix: null,
      };
    case "release.refused": {
      const reason = isReason(event.reason) ? explainReason(event.reason) : null;
      return {
        sentence: `${agent} was refused to act on an approval.`,
        why: reason?.sentence ?? "There is no such release of this agent.",
        fix: reason?.fix ?? null,
      };
    }
    case "classifier.asked":
      return {
        sentence: `A customer's words go to the external classifier at ${event.host}.`,
        why: "The review settings name it; it can add a hold and never remove one.",
        fix: "An admin removes it under Settings, Reviews.",
      };
    default:
      return null;
  }
}
