import { explainReason, REASONS, type ReasonCode } from "@/lib/kernel/reasons";
import { explainReviewEvent } from "./explain-review-event";
import { ACTION_TITLES, type StoredEvent } from "./stored-event";

export type EventExplanation = { sentence: string; why: string | null; fix: string | null };
type Names = { actorName: string | null; agentName: string | null; datasetName: string | null };
type Of<Action extends StoredEvent["action"]> = Extract<StoredEvent, { action: Action }>;

const isReason = (code: string): code is ReasonCode => Object.hasOwn(REASONS, code);

function countBy(fields: { [field: string]: string }): string {
  const clear = Object.values(fields).filter((treatment) => treatment === "clear").length;
  const withheld = Object.values(fields).filter((treatment) => treatment === "withheld").length;
  const treated = Object.keys(fields).length - clear - withheld;
  return `${clear} in clear, ${treated} masked, ${withheld} withheld`;
}

function explainDecision(event: Of<"access.decided">, { agentName, datasetName }: Names): EventExplanation {
  const agent = agentName ?? "An agent";
  const dataset = datasetName ?? "a dataset that is not granted to it";
  const purpose = event.purpose === null ? "" : ` for ${event.purpose}`;
  const scopes = event.basis.scopes
    .map(({ scopeId, version }) => `scope ${scopeId.slice(-6)} version ${version}`)
    .join(", ");
  const { assessment, isInGrace = false } = event.basis;
  const rests = [
    scopes,
    assessment ? `assessment ${assessment.number} of its vendor${isInGrace ? ", in the grace set for it" : ""}` : "",
  ];
  const basis = rests.every((one) => one === "")
    ? ""
    : ` It rests on ${rests.filter((one) => one !== "").join(", and on ")}.`;
  if (event.decision === "allow") {
    return {
      sentence: `${agent} may read ${dataset}${purpose}: ${countBy(event.fields)}.`,
      why: `${REASONS.granted.sentence}${basis}`,
      fix: "To give less, change or revoke the scope.",
    };
  }
  const reason = isReason(event.reason) ? explainReason(event.reason, event.it) : null;
  return {
    sentence: `${agent} was refused ${dataset}${purpose}.`,
    why: `${reason?.sentence ?? event.reason}${basis}`,
    fix: reason?.fix ?? null,
  };
}

function explainOutcome(event: Of<"access.completed">, { agentName, datasetName }: Names): EventExplanation {
  const agent = agentName ?? "An agent";
  const dataset = datasetName ?? "a dataset";
  if (event.outcome === "failed") {
    const isInput = event.reason === "invalid_input";
    const fault = isInput ? "a value or the cursor did not fit" : "the source failed";
    return {
      sentence: `${agent} got nothing from ${dataset}: ${fault}.`,
      why: event.reason ?? null,
      fix: isInput ? null : "Test the source on its page.",
    };
  }
  const rows = event.rowCount === 1 ? "1 row" : `${event.rowCount} rows`;
  const customers = event.subjects.length === 1 ? "1 customer" : `${event.subjects.length} customers`;
  return {
    sentence: `${agent} was given ${rows} of ${dataset} about ${customers}, for ${event.purpose}.`,
    why: "The decision before it in the same request allowed it.",
    fix: null,
  };
}

/** What an event says, why it came out so, and what could change it, in plain words. Names are today's; the event holds ids. */
export function explainEvent(event: StoredEvent, names: Names): EventExplanation {
  if (event.action === "access.decided") return explainDecision(event, names);
  if (event.action === "access.completed") return explainOutcome(event, names);
  if (event.action === "access.rejected") {
    const part = event.field === undefined ? "" : `, at ${event.field}`;
    return {
      sentence: `${names.agentName ?? "An agent"} sent a request that cannot be read${part}.`,
      why: event.reason,
      fix: null,
    };
  }
  if (event.action === "access.unauthenticated") {
    return { sentence: "Somebody called the gate without a valid key.", ...toWhy(event.reason) };
  }
  const who = names.actorName ?? (event.actor.kind === "anonymous" ? "Somebody not signed in" : "Gatehouse");
  const ofReviews = explainReviewEvent(event, names.agentName, who);
  if (ofReviews !== null) return ofReviews;
  const note = "note" in event && typeof event.note === "string" && event.note !== "" ? event.note : null;
  const about = names.agentName ?? names.datasetName;
  return {
    sentence: `${ACTION_TITLES[event.action]}${about === null ? "" : `: ${about}`}, by ${who}.`,
    why: note,
    fix: null,
  };
}

function toWhy(reason: ReasonCode): { why: string; fix: string } {
  const { sentence, fix } = explainReason(reason);
  return { why: sentence, fix };
}
