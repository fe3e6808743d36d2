/** What a widening would do once a second person agrees. */
export const WIDENING_KINDS = ["grant", "change", "revoke", "rule_off"] as const;
export type WideningKind = (typeof WIDENING_KINDS)[number];

export const WIDENING_STATES = ["waiting", "approved", "rejected", "withdrawn"] as const;
export type WideningState = (typeof WIDENING_STATES)[number];

export type WideningVerb = "approve" | "reject" | "withdraw";
export type WideningFacts = { state: WideningState; isOwn: boolean; isStale: boolean };
export type WideningPermit = { ok: true } | { ok: false; code: "own" | "decided" | "stale"; why: string };

const DECIDED: { readonly [S in Exclude<WideningState, "waiting">]: string } = {
  approved: "It was approved already.",
  rejected: "It was rejected.",
  withdrawn: "Whoever proposed it withdrew it.",
};

/** One table for the server's refusal and the button's explanation. */
export function wideningCan(verb: WideningVerb, { state, isOwn, isStale }: WideningFacts): WideningPermit {
  if (state !== "waiting") return { ok: false, code: "decided", why: DECIDED[state] };
  if (verb === "withdraw")
    return isOwn ? { ok: true } : { ok: false, code: "own", why: "Only whoever proposed it withdraws it: reject it." };
  if (isOwn) return { ok: false, code: "own", why: "You proposed it: another person has to decide." };
  if (verb === "approve" && isStale)
    return { ok: false, code: "stale", why: "The scope changed since this was proposed: have it proposed again." };
  return { ok: true };
}
